"""The language of conditions: read it, evaluate it, list the questions it reads.

A condition is a sentence about one answer, or a few of them joined:

    "colour is green or yellow"            the one option chosen
    "spots includes holes or webs"         one of the options ticked
    "health is none"                       "none of these" was ticked
    "health is unsure"                     "I'm not sure" was said
    "height at least 7"                    also: at most, more than, less than
    "well holds"                           a named condition from [signs]
    { all = [...] }  { any = [...] }  { none = [...] }  { at_least = 2, of = [...] }

Every condition is true, false or unknown (Kleene's logic). Not asked and "not sure" are unknown,
never false: an answer that nobody gave reassures nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNSURE = "unsure"
"""The answer "I'm not sure"."""
NONE = "none"
"""The answer "None of these" to a question where any number of options can be ticked."""

Value: TypeAlias = "str | float | frozenset[str]"
"""A checked answer: an option, a number, or the set of options ticked (empty for none)."""
Truth: TypeAlias = "bool | None"
"""True, false, or None for unknown."""
Bound: TypeAlias = Literal["at least", "at most", "more than", "less than"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of these options was chosen (choose-one) or ticked (choose-any)."""

    question: str
    options: frozenset[str]

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """True, false, or None where the answer is missing or unsure."""
        value = answers.get(self.question)
        if value is None:
            return None
        if isinstance(value, frozenset):
            if not self.options.isdisjoint(value):
                return True
            return None if UNSURE in value else False
        if value == UNSURE:
            return None
        return value in self.options


@dataclass(frozen=True, slots=True)
class NoneTicked:
    """The answer "None of these" was ticked."""

    question: str

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """True, false, or None where the answer is missing or unsure."""
        value = answers.get(self.question)
        if not isinstance(value, frozenset) or value == {UNSURE}:
            return None
        return not value


@dataclass(frozen=True, slots=True)
class Unsure:
    """The answer "I'm not sure" was given, alone or beside other options."""

    question: str

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """True, false, or None where the question was not answered."""
        value = answers.get(self.question)
        if value is None:
            return None
        return UNSURE in value if isinstance(value, frozenset) else value == UNSURE


@dataclass(frozen=True, slots=True)
class Compared:
    """A number lies on one side of a limit."""

    question: str
    bound: Bound
    limit: float

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """True, false, or None where the answer is missing or unsure."""
        value = answers.get(self.question)
        if not isinstance(value, int | float):
            return None
        match self.bound:
            case "at least":
                return value >= self.limit
            case "at most":
                return value <= self.limit
            case "more than":
                return value > self.limit
            case "less than":
                return value < self.limit


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least so many of the parts are true. `all` and `any` are its two ends."""

    count: int
    parts: tuple[Condition, ...]

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """True once enough parts are true, false once too few can be, else unknown."""
        missing = self.count
        open_parts = len(self.parts)
        unknown = 0
        for part in self.parts:
            open_parts -= 1
            truth = part.evaluate(answers)
            if truth:
                missing -= 1
                if missing <= 0:
                    return True
            elif truth is None:
                unknown += 1
            if missing > open_parts + unknown:
                return False
        return None if missing <= unknown else False


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part is true."""

    parts: tuple[Condition, ...]

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """False once a part is true, true once all are false, else unknown."""
        truth: Truth = True
        for part in self.parts:
            found = part.evaluate(answers)
            if found:
                return False
            if found is None:
                truth = None
        return truth


@dataclass(frozen=True, slots=True)
class Holds:
    """A named condition from the protocol's [signs]."""

    sign: str
    condition: Condition

    def evaluate(self, answers: Mapping[str, Value]) -> Truth:
        """As the named condition."""
        return self.condition.evaluate(answers)


Condition: TypeAlias = "Chosen | NoneTicked | Unsure | Compared | AtLeast | NoneOf | Holds"


def leaves(condition: Condition) -> Iterator[Chosen | NoneTicked | Unsure | Compared]:
    """Every sentence about one answer that the condition is made of, in reading order."""
    match condition:
        case AtLeast(parts=parts) | NoneOf(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Holds(condition=named):
            yield from leaves(named)
        case _:
            yield condition


def questions_read(condition: Condition) -> frozenset[str]:
    """The ids of the questions whose answers the condition looks at."""
    return frozenset(leaf.question for leaf in leaves(condition))
