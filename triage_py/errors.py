"""What can go wrong, told to the person who can mend it: where, what, and what to do."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a protocol or in a set of answers."""

    where: str
    """The key path, such as `rules.leak.when`; empty when the whole file is meant."""
    what: str
    """What is wrong, as one sentence."""
    remedy: str
    """What to do about it, as one sentence."""
    line: int | None = None
    """The line in the file, where it is known."""

    def text(self, file: str) -> str:
        """The problem as one line: file, line, key, what is wrong and what to do."""
        place = f"{file}:{self.line}" if self.line else file
        key = f"{self.where}: " if self.where else ""
        return _one_line(f"{place}: {key}{self.what} {self.remedy}")


def _one_line(text: str) -> str:
    """The text without line breaks and control characters, which a quoted input may hold."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


class TriageError(Exception):
    """The base of all errors that bad input can cause here.

    Args:
        problems: Every mistake that was found, not only the first.
        file: The name of the file or input that holds them.
    """

    def __init__(self, problems: Iterable[Problem], file: str) -> None:
        self.problems = tuple(problems)
        self.file = file
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """One line a problem; where there are several, each says which of how many it is."""
        total = len(self.problems)
        count = [f" ({n} of {total} problems)" if total > 1 else "" for n in range(1, total + 1)]
        return [p.text(self.file) + c for p, c in zip(self.problems, count, strict=True)]


class ProtocolError(TriageError):
    """The protocol cannot be used as it is."""


class AnswersError(TriageError):
    """The answers do not fit the protocol's questions."""


class MessageError(TriageError):
    """A request that is not one of those that `triage_py.messages` knows."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Name the known word nearest to a wrong one, as a sentence; else list what is known."""
    names = list(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    if not names:
        return "None is defined."
    shown = ", ".join(f'"{name}"' for name in names[:8])
    return f"Known: {shown}{' and more' if len(names) > 8 else ''}."
