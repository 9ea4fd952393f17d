"""The register's words in plain English."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from macros.evidence import KINDS, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS_FILE = Path(__file__).with_name("words.toml")


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


def read_words(path: Path = WORDS_FILE) -> Words:
    """Read the words.

    Args:
        path: The TOML file with `[strengths.…]` and `[kinds.…]`.

    Raises:
        ValueError: A strength or kind has no words, or words have no strength or kind.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Words(
        strengths=_words(path, tables, "strengths", STRENGTHS),
        kinds=_words(path, tables, "kinds", KINDS),
    )


def _words(
    path: Path, tables: Mapping[str, Any], table: str, names: Sequence[str]
) -> Mapping[str, Word]:
    entries = tables.get(table, {})
    wrong = sorted(set(names) ^ set(entries))
    if wrong:
        message = (
            f"{path.name}: {table}: there must be one entry for each of {', '.join(names)}.\n"
            f"  Add or delete: {', '.join(wrong)}."
        )
        raise ValueError(message)
    return MappingProxyType({name: Word(**entries[name]) for name in names})
