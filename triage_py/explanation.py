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
class Change:
    """Answers that would have led to other advice."""

    answers: tuple[tuple[Question, str], ...]
    """Each question with the words of the answer it would have needed."""
    disposition: Disposition

    def sentence(self, protocol: Protocol) -> str:
        """The change as one sentence."""
        said = " and ".join(f"“{question.text}” were “{text}”" for question, text in self.answers)
        return f"If your answer to {said}: {protocol.words[self.disposition].label}."


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
        for value, text in _other_answers(protocol, question, assessment.answers[question.id]):
            there = assess(protocol, assessment.answers.adding(question.id, value)).disposition
            known = found.get(question.id)
            if there > assessment.disposition and (known is None or there < known.disposition):
                found[question.id] = Change(((question, text),), there)
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
        (question, value, text)
        for question in protocol.questions.values()
        if question.id in read and question.id in assessment.answers
        for value, text in _other_answers(protocol, question, assessment.answers[question.id])
        if not _is_more_worrying(question, value, assessment.answers[question.id])
    ]
    for size in range(1, MOST_CHANGES_AT_ONCE + 1):
        found = []
        for chosen in combinations(candidates, size):
            if len({question.id for question, _, _ in chosen}) < size:
                continue
            changed = assessment.answers
            for question, value, _ in chosen:
                changed = changed.adding(question.id, value)
            there = assess(protocol, changed)
            if there.disposition < assessment.disposition and there.is_complete:
                texts = tuple((question, text) for question, _, text in chosen)
                found.append(Change(texts, there.disposition))
                if len(found) == MOST_CHANGES_TOLD:
                    break
        if found:
            return tuple(found)
    return ()


def _is_more_worrying(question: Question, value: Value, given: Value) -> bool:
    """Whether an answer adds to what was said. No such answer lowers the advice: not worth a try."""
    if isinstance(value, frozenset) and isinstance(given, frozenset):
        return any(option.id in value - given and option.worry for option in question.options)
    return question.is_worse(str(value), than=str(given))


def _other_answers(
    protocol: Protocol, question: Question, given: Value
) -> Iterator[tuple[Value, str]]:
    """Every answer one step away from the one given, with its words."""
    if question.is_numeric:
        for number in protocol.turning_points(question.id):
            if number != given:
                yield number, f"{number} {question.unit}".strip()
        return
    for option in question.options:
        if not isinstance(given, frozenset):
            if option.id != given:
                yield option.id, option.text
        elif option.id not in given:
            yield given | {option.id}, option.text
    if question.none_text and given != frozenset():
        yield frozenset[str](), question.none_text
