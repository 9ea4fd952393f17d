"""A question that was not asked could not have raised the advice."""

from __future__ import annotations

import pytest

from triage_py import Protocol, Question

from .answer_space import Sheet
from .counterexample import told
from .damage import reading, with_ungated_rule
from .encoding import Reading
from .logic import Search, both, either, negate
from .shipped import GATED, PROTOCOL

every_hidden_question = pytest.mark.parametrize("question", GATED, ids=lambda question: question.id)


def raised_if_it_had_been_asked(protocol: Protocol, question: Question) -> str | None:
    """Answers for which the question is not asked, and a rule that reads it is not ruled out."""
    assert question.ask_when is not None
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet, drops_hidden=False)
    hidden = answers.truth(question.ask_when).false
    for rule in reading(protocol, question.id):
        possible = negate(answers.rules[rule.id].false)
        model = Search(sheet.is_possible, hidden, possible).find()
        if model is not None:
            claim = f'"{question.text}" is not asked here, and yet rule {rule.id} could hold.'
            return told(protocol, claim, sheet.read(model))
    return None


@every_hidden_question
def test_a_question_that_is_not_asked_could_not_have_raised_the_advice(question: Question) -> None:
    """Every rule that reads it is false wherever it is not asked, whatever its answer would be."""
    counterexample = raised_if_it_had_been_asked(PROTOCOL, question)

    assert counterexample is None, counterexample


@every_hidden_question
def test_a_rule_that_forgets_when_its_question_is_asked_is_found(question: Question) -> None:
    """The proof fails on a rule that reads the question and nothing else."""
    assert raised_if_it_had_been_asked(with_ungated_rule(PROTOCOL, question), question)


@every_hidden_question
def test_a_question_is_asked_while_it_is_unknown_whether_it_applies(question: Question) -> None:
    """An answer left out or unsure never hides a question."""
    assert question.ask_when is not None
    sheet = Sheet(PROTOCOL)
    answers = Reading(PROTOCOL, sheet)
    unknown = answers.truth(question.ask_when).unknown

    assert Search(sheet.is_possible, unknown).find() is not None
    hidden = both(unknown, negate(either(answers.asked[question.id])))
    assert Search(sheet.is_possible, hidden).find() is None
