"""A more worrying answer raises the advice or leaves it. It never lowers it."""

from __future__ import annotations

import pytest

from triage_py import Question
from triage_py.proof.worrying_answers import lowered

from .damage import with_emergency_when_nothing_is_wrong
from .shipped import PROTOCOL

every_question = pytest.mark.parametrize(
    "question", PROTOCOL.questions.values(), ids=lambda question: question.id
)


@every_question
def test_a_more_worrying_answer_never_lowers_the_advice(question: Question) -> None:
    """Whatever else was said, answered or not: for any two answers to this question."""
    counterexample = lowered(PROTOCOL, question)

    assert counterexample is None, counterexample


@every_question
def test_a_rule_that_a_worrying_answer_switches_off_is_found(question: Question) -> None:
    """The proof fails when the calmest answer to the question raises the alarm."""
    assert lowered(with_emergency_when_nothing_is_wrong(PROTOCOL, question), question)
