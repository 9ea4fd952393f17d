"""Which language a page is in: its folder says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def page_language(source: str, languages: Iterable[str]) -> str:
    """The language of a page.

    Args:
        source: Its file in the content folder, such as `es/red-flags.md`.
        languages: The languages of the site, the one without a folder of its own first.
    """
    main, *others = languages
    folder = source.partition("/")[0]
    return folder if folder in others else main


def original_of(source: str, languages: Iterable[str]) -> str:
    """The file that a page translates; its own where it translates none."""
    main, *_ = languages = list(languages)
    language = page_language(source, languages)
    return source if language == main else source.removeprefix(f"{language}/")
