"""Put what the rules say beside what was expected, and count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage_py import Assessment, Disposition, assess

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.vignettes.reading import Vignette
    from triage_py import Protocol


@dataclass(frozen=True, slots=True)
class Verdict:
    """A vignette beside what the rules say to it."""

    vignette: Vignette
    assessment: Assessment

    @property
    def levels_off(self) -> int:
        """Levels above (positive) or below (negative) what was expected."""
        return self.assessment.disposition - self.vignette.expected

    def __str__(self) -> str:
        rules = ", ".join(rule.id for rule in self.assessment.reasons) or "no rule"
        return (
            f"{self.vignette.file}: {self.vignette.name}\n"
            f"    expected {self.vignette.expected.id}, got {self.assessment.disposition.id}"
            f" ({rules})"
        )


@dataclass(frozen=True, slots=True)
class Results:
    """All verdicts, counted."""

    verdicts: tuple[Verdict, ...]

    def count(self, expected: Disposition, came_out: Disposition) -> int:
        """How many were expected at one level and came out at another."""
        return sum(
            verdict.vignette.expected == expected and verdict.assessment.disposition == came_out
            for verdict in self.verdicts
        )

    @property
    def exact(self) -> int:
        """How many came out as expected."""
        return sum(verdict.levels_off == 0 for verdict in self.verdicts)

    @property
    def too_high(self) -> tuple[Verdict, ...]:
        """Over-triage: more urgent than expected."""
        return tuple(verdict for verdict in self.verdicts if verdict.levels_off > 0)

    @property
    def too_low(self) -> tuple[Verdict, ...]:
        """Under-triage: less urgent than expected."""
        return tuple(verdict for verdict in self.verdicts if verdict.levels_off < 0)

    @property
    def serious(self) -> int:
        """How many were expected to be told to get help today or now."""
        return sum(v.vignette.expected >= Disposition.URGENT for v in self.verdicts)

    @property
    def missed(self) -> int:
        """How many of the serious ones came out below their level."""
        return sum(v.vignette.expected >= Disposition.URGENT for v in self.too_low)

    @property
    def missed_in_100_by_chance(self) -> int:
        """How many in 100 could be missed although none of these was: the rule of three."""
        return round(300 / self.serious) if self.serious else 100


def judge(protocol: Protocol, vignettes: Iterable[Vignette]) -> Results:
    """Put what the rules say beside what was expected."""
    return Results(tuple(Verdict(each, assess(protocol, each.answers)) for each in vignettes))
