""" "I'm not sure" costs: it never reassures, and on an emergency sign it means help today."""

from __future__ import annotations

import pytest

from triage_py import Question
from triage_py.proof.self_care import self_care_without_emergency_answers
from triage_py.proof.unsure_answers import (
    lowered_by_unsure,
    unsure_of_an_emergency_sign_is_not_urgent,
)

from .damage import reading, with_emergency_when_nothing_is_wrong, without_rule
from .shipped import FIRST, PROTOCOL

UNSURE_CAN_BE_SAID = [q for q in PROTOCOL.questions.values() if q.unsure_text]
every_unsure_question = pytest.mark.parametrize(
    "question", UNSURE_CAN_BE_SAID, ids=lambda question: question.id
)


@every_unsure_question
def test_not_sure_never_gives_lower_advice_than_no(question: Question) -> None:
    """Nor lower than "none of these", nor than the least worrying option."""
    counterexample = lowered_by_unsure(PROTOCOL, question)

    assert counterexample is None, counterexample


@every_unsure_question
def test_an_alarm_that_not_sure_switches_off_is_found(question: Question) -> None:
    """The proof fails when a clear "no" to the question raises the alarm and "not sure" does not."""
    damaged = with_emergency_when_nothing_is_wrong(PROTOCOL, question)

    assert lowered_by_unsure(damaged, question)


def test_not_sure_about_an_emergency_sign_means_help_today() -> None:
    """At the least: other answers may make it an emergency."""
    counterexample = unsure_of_an_emergency_sign_is_not_urgent(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_missing_rule_for_not_sure_is_found() -> None:
    """The proof fails when the first screen's rule for "not sure" is gone."""
    rules = [rule.id for rule in PROTOCOL.rules if rule.for_unsure in {q.id for q in FIRST}]

    assert rules
    for id in rules:
        assert unsure_of_an_emergency_sign_is_not_urgent(without_rule(PROTOCOL, id))


def test_self_care_needs_a_clear_answer_to_every_emergency_question() -> None:
    """Not answered and not sure are unknown, and unknown is never no."""
    counterexample = self_care_without_emergency_answers(PROTOCOL)

    assert counterexample is None, counterexample


def test_emergency_questions_that_nothing_reads_are_found() -> None:
    """The proof fails when no rule looks at the emergency questions any more."""
    ids = [rule.id for question in FIRST for rule in reading(PROTOCOL, question.id)]

    assert self_care_without_emergency_answers(without_rule(PROTOCOL, *ids))
