"""Why this advice, what would change it, and what stayed open.

A page gets changes as ids and says them in its own language. Their English sentences are for the
command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from triage_py.conditions import NONE, UNSURE
from triage_py.counterfactuals import Counterfactuals
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.answers import Answers
    from triage_py.assessment import Assessment
    from triage_py.conditions import Value
    from triage_py.protocol.questionnaire import Question
    from triage_py.protocol.rules import Protocol, Rule

MOST_CHANGES_AT_ONCE = 2
MOST_CHANGES_TOLD = 4


Way: TypeAlias = Literal["answer", "tick", "tick-too", "without", "number"]
"""How another answer differs: another option, one more tick (beside others), less ticks, a number."""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """Another answer to one question than the one that was given."""

    question: Question
    value: Value
    way: Way
    options: tuple[str, ...] = ()
    """The ids of the options that it names; none for a number."""
    beyond: Literal["", "more", "less"] = ""
    """Whether every number beyond has the same advice."""

    @property
    def text(self) -> str:
        """Its words."""
        if self.way == "number":
            unit = "" if self.question.unit in self.question.text else f" {self.question.unit}"
            beyond = f" or {self.beyond}" if self.beyond else ""
            return f"{self.value}{unit}{beyond}"
        if self.way == "without":
            return self.question.none_text
        return " and ".join(self._named)

    @property
    def clause(self) -> str:
        """How it differs, to begin a sentence with: `With “It burns” too`."""
        match self.way:
            case "without":
                return f"Without {' and '.join(f'“{text}”' for text in self._named)}"
            case "tick" | "tick-too":
                return f"With “{self.text}”{' too' if self.way == 'tick-too' else ''}"
            case "number":
                return f"With {self.text} for “{self.question.text}”"
            case _:
                return f"With “{self.text}” for “{self.question.text}”"

    @property
    def _named(self) -> list[str]:
        return [option.text for option in self.question.choices if option.id in self.options]


@dataclass(frozen=True, slots=True)
class Change:
    """Answers that would have led to other advice."""

    answers: tuple[OtherAnswer, ...]
    disposition: Disposition

    def sentence(self, protocol: Protocol) -> str:
        """The change as one sentence."""
        first, *rest = (other.clause for other in self.answers)
        said = " and ".join([first, *(clause[0].lower() + clause[1:] for clause in rest)])
        return f"{said}, it would be “{protocol.words[self.disposition].label}”."


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an assessment came out as it did."""

    because: tuple[tuple[str, tuple[str, ...]], ...]
    """Each reason as one plain sentence, with the ids of its evidence."""
    raises: tuple[Change, ...]
    """The smallest changes that lead to more urgent advice."""
    lowers: tuple[Change, ...]
    """The smallest changes that lead to less urgent advice; none beside an emergency."""
    unsure: tuple[Question, ...]
    """Questions answered "I'm not sure"."""
    unanswered: tuple[Question, ...]
    """Questions that apply and were not answered."""
    could_still_raise: tuple[Rule, ...]
    """Rules that the unsure and unanswered questions leave open."""


def explain(protocol: Protocol, assessment: Assessment) -> Explanation:
    """Say why, what would change it, and what was left unknown.

    Beside an emergency nothing is said of how to lower it: the sign was there.

    Args:
        protocol: The protocol that the assessment was made with.
        assessment: What `assess` returned.
    """
    because = tuple((rule.because, rule.sources) for rule in assessment.fired)
    if not assessment.reasons:
        because = ((protocol.default_because, ()), *because)
    asked = [
        question
        for question in protocol.questions.values()
        if question.ask_when is None or question.ask_when.evaluate(assessment.answers) is not False
    ]
    had = Counterfactuals(protocol, assessment)
    return Explanation(
        because,
        _raising(protocol, assessment, had),
        _lowering(protocol, assessment, had),
        tuple(question for question in asked if _is_unsure(assessment.answers, question)),
        tuple(question for question in asked if question.id not in assessment.answers),
        assessment.undecided,
    )


def _is_unsure(answers: Answers, question: Question) -> bool:
    value = answers.get(question.id)
    return UNSURE in value if isinstance(value, frozenset) else value == UNSURE


def _raising(
    protocol: Protocol, assessment: Assessment, had: Counterfactuals
) -> tuple[Change, ...]:
    """Single other answers that raise the advice: the least step up first, one a question."""
    found: dict[str, Change] = {}
    for question in protocol.questions.values():
        if question.is_fixed or question.id not in assessment.answers:
            continue
        for other in _other_answers(protocol, question, assessment.answers[question.id]):
            there = had.outcome({question.id: other.value}).disposition
            known = found.get(question.id)
            if there > assessment.disposition and (known is None or there < known.disposition):
                found[question.id] = _change(protocol, assessment, had, (other,), there)
    ordered = sorted(found.values(), key=lambda change: change.disposition)
    return tuple(ordered[:MOST_CHANGES_TOLD])


def _lowering(
    protocol: Protocol, assessment: Assessment, had: Counterfactuals
) -> tuple[Change, ...]:
    """The fewest other answers that lower the advice, among the questions its reasons read."""
    if assessment.disposition in (Disposition.EMERGENCY, Disposition.SELF_CARE):
        return ()
    if not assessment.is_complete:  # what was not asked could raise it again
        return ()
    reasons = assessment.reasons or assessment.undecided or protocol.rules
    read = frozenset[str]().union(*(rule.reads for rule in reasons))
    candidates = [
        other
        for question in protocol.questions.values()
        if question.id in read and question.id in assessment.answers
        for other in _other_answers(protocol, question, assessment.answers[question.id])
        if not _is_more_worrying(question, other.value, assessment.answers[question.id])
    ]
    for size in range(1, MOST_CHANGES_AT_ONCE + 1):
        found: dict[tuple[str, ...], Change] = {}
        for chosen in combinations(candidates, size):
            if len({other.question.id for other in chosen}) < size or _kind(chosen) in found:
                continue
            there = had.outcome({other.question.id: other.value for other in chosen})
            if there.disposition < assessment.disposition and there.is_complete:
                found[_kind(chosen)] = _change(protocol, assessment, had, chosen, there.disposition)
                if len(found) == MOST_CHANGES_TOLD:
                    break
        if found:
            return tuple(found.values())
    return ()


def _kind(others: tuple[OtherAnswer, ...]) -> tuple[str, ...]:
    """What makes changes different: of numbers, the nearest is enough."""
    return tuple(
        other.question.id
        if other.question.is_numeric
        else " ".join((other.question.id, other.way, *other.options))
        for other in others
    )


def _change(
    protocol: Protocol,
    assessment: Assessment,
    had: Counterfactuals,
    others: tuple[OtherAnswer, ...],
    there: Disposition,
) -> Change:
    """The change, with "or more" or "or less" where every number beyond has the same advice."""
    if len(others) == 1 and others[0].question.is_numeric:
        (other,) = others
        given, value = assessment.answers[other.question.id], other.value
        if isinstance(given, int | float) and isinstance(value, int | float):
            is_more = value > given
            beyond = [
                number
                for number in protocol.turning_points(other.question.id)
                if (number > value if is_more else number < value)
            ]
            same = all(
                had.outcome({other.question.id: number}).disposition == there for number in beyond
            )
            if beyond and same:
                others = (_number(other.question, int(value), "more" if is_more else "less"),)
    return Change(others, there)


def _is_more_worrying(question: Question, value: Value, given: Value) -> bool:
    """Whether an answer adds to what was said. No such answer lowers the advice: not worth a try."""
    if isinstance(value, frozenset) and isinstance(given, frozenset):
        return any(option.id in value - given and option.worry for option in question.options)
    return question.is_worse(str(value), than=str(given))


def _other_answers(protocol: Protocol, question: Question, given: Value) -> Iterator[OtherAnswer]:
    """Every answer one step away from the one given; of numbers, the nearest first."""
    if question.is_numeric:
        near = given if isinstance(given, int | float) else question.minimum
        for number in sorted(
            protocol.turning_points(question.id), key=lambda number: abs(number - near)
        ):
            if number != given:
                yield _number(question, number)
        return
    for option in question.options:
        if not isinstance(given, frozenset):
            if option.id != given:
                yield OtherAnswer(question, option.id, "answer", (option.id,))
        elif option.id not in given:
            way: Way = "tick-too" if given - {UNSURE} else "tick"
            yield OtherAnswer(question, given | {option.id}, way, (option.id,))
    if question.none_text and isinstance(given, frozenset) and given:
        yield _without(question, given)


def _number(
    question: Question, number: int, beyond: Literal["", "more", "less"] = ""
) -> OtherAnswer:
    return OtherAnswer(question, number, "number", (), beyond)


def _without(question: Question, given: frozenset[str]) -> OtherAnswer:
    """None of what was ticked. Where that is not sure, its own words say nothing."""
    if UNSURE in given:
        return OtherAnswer(question, frozenset(), "answer", (NONE,))
    ticked = tuple(option.id for option in question.options if option.id in given)
    return OtherAnswer(question, frozenset(), "without", ticked)
