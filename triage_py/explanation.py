"""Why this advice, what would change it, and what stayed open, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from triage_py.assessment import Assessment, assess
from triage_py.conditions import UNSURE, questions_read
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.answers import Answers
    from triage_py.conditions import Value
    from triage_py.protocol.questionnaire import Question
    from triage_py.protocol.rules import Protocol, Rule

MOST_CHANGES_AT_ONCE = 2
MOST_CHANGES_TOLD = 4


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """Another answer to one question than the one that was given."""

    question: Question
    value: Value
    text: str
    """Its words."""
    clause: str
    """How it differs, to begin a sentence with: `With “It burns” too`."""


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
    return Explanation(
        because,
        _raising(protocol, assessment),
        _lowering(protocol, assessment),
        tuple(question for question in asked if _is_unsure(assessment.answers, question)),
        tuple(question for question in asked if question.id not in assessment.answers),
        assessment.undecided,
    )


def _is_unsure(answers: Answers, question: Question) -> bool:
    value = answers.get(question.id)
    return UNSURE in value if isinstance(value, frozenset) else value == UNSURE


def _raising(protocol: Protocol, assessment: Assessment) -> tuple[Change, ...]:
    """Single other answers that raise the advice: the least step up first, one a question."""
    found: dict[str, Change] = {}
    for question in protocol.questions.values():
        if question.is_fixed or question.id not in assessment.answers:
            continue
        for other in _other_answers(protocol, question, assessment.answers[question.id]):
            there = _with(protocol, assessment, (other,)).disposition
            known = found.get(question.id)
            if there > assessment.disposition and (known is None or there < known.disposition):
                found[question.id] = _change(protocol, assessment, (other,), there)
    ordered = sorted(found.values(), key=lambda change: change.disposition)
    return tuple(ordered[:MOST_CHANGES_TOLD])


def _lowering(protocol: Protocol, assessment: Assessment) -> tuple[Change, ...]:
    """The fewest other answers that lower the advice, among the questions its reasons read."""
    if assessment.disposition in (Disposition.EMERGENCY, Disposition.SELF_CARE):
        return ()
    if not assessment.is_complete:  # what was not asked could raise it again
        return ()
    reasons = assessment.reasons or assessment.undecided or protocol.rules
    read = frozenset[str]().union(*(questions_read(rule.when) for rule in reasons))
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
            there = _with(protocol, assessment, chosen)
            if there.disposition < assessment.disposition and there.is_complete:
                found[_kind(chosen)] = _change(protocol, assessment, chosen, there.disposition)
                if len(found) == MOST_CHANGES_TOLD:
                    break
        if found:
            return tuple(found.values())
    return ()


def _kind(others: tuple[OtherAnswer, ...]) -> tuple[str, ...]:
    """What makes changes different: of numbers, the nearest is enough."""
    return tuple(
        other.question.id if other.question.is_numeric else other.clause for other in others
    )


def _with(
    protocol: Protocol, assessment: Assessment, others: tuple[OtherAnswer, ...]
) -> Assessment:
    """The assessment of other answers."""
    answers = assessment.answers
    for other in others:
        answers = answers.adding(other.question.id, other.value)
    return assess(protocol, answers)


def _change(
    protocol: Protocol,
    assessment: Assessment,
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
                _with(protocol, assessment, (_number(other.question, number),)).disposition == there
                for number in beyond
            )
            if beyond and same:
                more = " or more" if is_more else " or less"
                others = (_number(other.question, int(value), more),)
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
                yield _answered(question, option.id, option.text)
        elif option.id not in given:
            too = " too" if given - {UNSURE} else ""
            clause = f"With “{option.text}”{too}"
            yield OtherAnswer(question, given | {option.id}, option.text, clause)
    if question.none_text and isinstance(given, frozenset) and given:
        yield _without(question, given)


def _answered(question: Question, value: Value, text: str) -> OtherAnswer:
    return OtherAnswer(question, value, text, f"With “{text}” for “{question.text}”")


def _number(question: Question, number: int, beyond: str = "") -> OtherAnswer:
    unit = "" if question.unit in question.text else f" {question.unit}"
    text = f"{number}{unit}{beyond}"
    return OtherAnswer(question, number, text, f"With {text} for “{question.text}”")


def _without(question: Question, given: frozenset[str]) -> OtherAnswer:
    """None of what was ticked. Where that is not sure, its own words say nothing."""
    if UNSURE in given:
        return _answered(question, frozenset(), question.none_text)
    ticked = [f"“{option.text}”" for option in question.options if option.id in given]
    return OtherAnswer(question, frozenset(), question.none_text, f"Without {' and '.join(ticked)}")
