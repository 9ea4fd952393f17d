"""What can be wrong with the register, said to the person who edits it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Problem:
    """One mistake in one file: where it is, what is wrong and what to do."""

    file: str
    """The file as the reader of the message would open it."""
    line: int | None
    """The line, counted from 1, or None where there is none to point to."""
    key: str
    """The path of the key, such as `claims.tea-cools.strength`; empty for a whole file."""
    what: str
    """What is wrong, as a sentence with its full stop."""
    remedy: str
    """What to do about it, in one or two sentences."""

    def __str__(self) -> str:
        """Give two lines: place and mistake, then the remedy, indented."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{': '.join(filter(None, (place, self.key, self.what)))}\n  {self.remedy}"


class EvidenceError(ValueError):
    """The register, or a page that cites it, cannot be used. Carries every problem found.

    Args:
        problems: At least one problem, in the order in which an editor would meet them.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        total = len(self.problems)
        noun = "problem" if total == 1 else "problems"
        super().__init__(
            "\n".join(
                f"{problem} ({number} of {total} {noun})"
                for number, problem in enumerate(self.problems, start=1)
            )
        )


class UnknownClaimError(LookupError):
    """A claim id was asked for that the register does not have.

    Args:
        claim_id: The id that was asked for.
        known: The ids that exist.
    """

    def __init__(self, claim_id: str, known: Iterable[str]) -> None:
        self.claim_id = claim_id
        super().__init__(
            sentences(f'There is no claim "{claim_id}".', did_you_mean(claim_id, known))
        )


class UnknownSourceError(LookupError):
    """A source id was asked for that the register does not have.

    Args:
        source_id: The id that was asked for.
        known: The ids that exist.
    """

    def __init__(self, source_id: str, known: Iterable[str]) -> None:
        self.source_id = source_id
        super().__init__(
            sentences(f'There is no source "{source_id}".', did_you_mean(source_id, known))
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask about the known word that is nearest to a mistyped one.

    Args:
        word: What was written.
        known: What could have been meant.

    Returns:
        A question such as `Did you mean "strong"?`, or nothing if no word is near.
    """
    nearest = get_close_matches(word, list(known), n=1)
    return f'Did you mean "{nearest[0]}"?' if nearest else ""


def sentences(*parts: str) -> str:
    """Join the sentences that are not empty."""
    return " ".join(part for part in parts if part)
