"""What goes wrong with figure data, told with the file, the key and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class FigureError(ValueError):
    """Figure data that cannot be drawn; its text says where and what to change."""


def problem(file: str, key: str, what: str, remedy: str) -> FigureError:
    """The error for `key` of `file`: one line that says what is wrong, one that says what to do."""
    return FigureError(f"{file}: {key}: {what}\n  {remedy}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that looks most like `word`, and the list of all of them."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.5)
    hint = f'Did you mean "{close[0]}"? ' if close else ""
    return f"{hint}Known: {', '.join(names)}."
