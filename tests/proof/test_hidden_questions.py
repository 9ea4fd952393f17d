"""A question that was not asked could not have raised the advice."""

from __future__ import annotations

import pytest

from triage_py import Question
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading
from triage_py.proof.hidden_questions import hidden_while_unknown, raised_if_it_had_been_asked
from triage_py.proof.logic import Search

from .damage import with_ungated_rule
from .shipped import GATED, PROTOCOL

every_hidden_question = pytest.mark.parametrize("question", GATED, ids=lambda question: question.id)


@every_hidden_question
def test_a_question_that_is_not_asked_could_not_have_raised_the_advice(question: Question) -> None:
    """Every rule that reads it is false wherever it is not asked, whatever its answer would be."""
    assert not list(map(str, raised_if_it_had_been_asked(PROTOCOL, question)))


@every_hidden_question
def test_a_rule_that_forgets_when_its_question_is_asked_is_found(question: Question) -> None:
    """The proof fails on a rule that reads the question and nothing else."""
    found = raised_if_it_had_been_asked(with_ungated_rule(PROTOCOL, question), question)

    assert [counterexample.where for counterexample in found] == ["rules.gate-forgotten.when"]


@every_hidden_question
def test_a_question_is_asked_while_it_is_unknown_whether_it_applies(question: Question) -> None:
    """An answer left out or unsure never hides a question."""
    assert question.ask_when is not None
    sheet = Sheet(PROTOCOL)
    answers = Reading(PROTOCOL, sheet)
    unknown = answers.truth(question.ask_when).unknown

    assert Search(sheet.is_possible, unknown).find() is not None
    assert hidden_while_unknown(PROTOCOL, question) is None
