"""What follows from the answers: rules, named signs, patterns, and the protocol that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage_py.conditions import Compared, leaves, questions_read

if TYPE_CHECKING:
    from datetime import date

    from triage_py.conditions import Condition
    from triage_py.dispositions import Disposition
    from triage_py.protocol.questionnaire import Question, Screen


@dataclass(frozen=True, slots=True)
class Rule:
    """When something holds, what follows, why, and who says so."""

    id: str
    when: Condition
    because: str
    """One plain sentence for the reader."""
    sources: tuple[str, ...]
    """Ids in the evidence register."""
    disposition: Disposition | None = None
    pattern: str | None = None
    for_unsure: str | None = None
    """The question whose "I'm not sure" this rule was made from."""

    @property
    def place(self) -> str:
        """The key path in the protocol where the rule stands."""
        return f"questions.{self.for_unsure}.unsure" if self.for_unsure else f"rules.{self.id}"

    reads: frozenset[str] = field(init=False, repr=False, compare=False)
    """The ids of the questions whose answers it looks at. An explanation asks by the hundred."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reads", questions_read(self.when))


@dataclass(frozen=True, slots=True)
class Sign:
    """A condition with a name, for use in several rules: `"well holds"`."""

    id: str
    when: Condition
    text: str
    """What it means, in plain words."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the picture fits. Never the name of a disease."""

    id: str
    title: str
    text: str
    up_to: Disposition
    """Not told beside more urgent advice: a simple name must not soften it."""


@dataclass(frozen=True, slots=True)
class DispositionWords:
    """What a reader is told at one level of acuity."""

    label: str
    lead: str
    do: tuple[str, ...]
    expect: tuple[str, ...]
    safety_net: tuple[str, ...]
    check_again_days: int | None


@dataclass(frozen=True, slots=True)
class Protocol:
    """A checked protocol. Only `triage_py.protocol` makes one."""

    file: str
    """The name it was read from, for messages."""
    id: str
    title: str
    version: str
    language: str
    reviewed: date
    review_due: date
    reviewer: str
    """The clinician who reviewed it; empty while nobody has."""
    intro: str
    not_for: str
    screens: tuple[Screen, ...]
    rules: tuple[Rule, ...]
    """In the order of the file, "not sure" rules last."""
    signs: tuple[Sign, ...]
    patterns: tuple[Pattern, ...]
    """The first that fired is told."""
    words: dict[Disposition, DispositionWords]
    default_disposition: Disposition
    default_pattern: str
    default_because: str
    questions: dict[str, Question] = field(repr=False)
    """By id, in the order they are asked."""
    _turning_points: dict[str, tuple[int, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def rule(self, id: str) -> Rule:
        """The rule with this id.

        Raises:
            KeyError: There is none.
        """
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)

    def turning_points(self, question: str) -> tuple[int, ...]:
        """The numbers at and beside every limit that a rule compares this question with.

        Between two of them no rule can change its mind, so they stand for all numbers.
        """
        known = self._turning_points.get(question)
        if known is None:
            known = self._turning_points[question] = self._turning_points_of(question)
        return known

    def _turning_points_of(self, question: str) -> tuple[int, ...]:
        asked = self.questions[question]
        limits = {
            int(leaf.limit) + step
            for rule in self.rules
            if question in rule.reads
            for leaf in leaves(rule.when)
            if isinstance(leaf, Compared) and leaf.question == question
            for step in (-1, 0, 1)
        }
        inside = {number for number in limits if asked.minimum <= number <= asked.maximum}
        return tuple(sorted(inside | {asked.minimum, asked.maximum}))

    def pattern(self, id: str) -> Pattern:
        """The pattern with this id.

        Raises:
            KeyError: There is none.
        """
        for pattern in self.patterns:
            if pattern.id == id:
                return pattern
        raise KeyError(id)
