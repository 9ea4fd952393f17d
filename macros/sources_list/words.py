"""The register's words in plain language."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from macros.evidence import KINDS, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Word:
    """One word of the register as readers meet it."""

    label: str
    """A few words, beside the thing itself."""
    meaning: str
    """One or two sentences, once on the page."""


@dataclass(frozen=True)
class Words:
    """The words for each strength and each kind, in the register's order."""

    strengths: Mapping[str, Word]
    kinds: Mapping[str, Word]


def register_words(tables: Mapping[str, Any]) -> Words:
    """Take the words of the register out of those of the page.

    Args:
        tables: The words of the sources page in one language, `strengths` and `kinds` among them.

    Raises:
        ValueError: A strength or kind has no words, or words have no strength or kind.
    """
    return Words(
        strengths=_words(tables, "strengths", STRENGTHS),
        kinds=_words(tables, "kinds", KINDS),
    )


def _words(tables: Mapping[str, Any], table: str, names: Sequence[str]) -> Mapping[str, Word]:
    entries = tables.get(table, {})
    wrong = sorted(set(names) ^ set(entries))
    if wrong:
        message = (
            f"macros/words: sources_list.toml: {table}: there must be one entry for each of "
            f"{', '.join(names)}.\n  Add or delete: {', '.join(wrong)}."
        )
        raise ValueError(message)
    return MappingProxyType({name: Word(**entries[name]) for name in names})
