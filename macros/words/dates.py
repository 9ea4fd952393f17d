"""Days in words, as a language has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def day_in_words(value: Any, words: Mapping[str, Any]) -> str:
    """A date in words, such as `24 November 2026`; a text that is no date stays as it is.

    Args:
        value: A date, or a text.
        words: `dates` of the language's words: the months, and the order of day, month and year.
    """
    if not hasattr(value, "month"):
        return str(value)
    month = words["months"][value.month - 1]
    return str(words["day"]).format(day=value.day, month=month, year=value.year)
