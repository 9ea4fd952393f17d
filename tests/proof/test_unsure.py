""" "I'm not sure" costs: it never reassures, and on an emergency sign it means help today."""

from __future__ import annotations

import pytest

from triage_py import Disposition, Protocol, Question

from .answer_space import Sheet, ticks
from .counterexample import told
from .damage import reading, with_emergency_when_nothing_is_wrong, without_rule
from .encoding import Reading, is_lower
from .logic import Formula, Search, both, either, negate
from .shipped import FIRST, PROTOCOL

UNSURE_CAN_BE_SAID = [q for q in PROTOCOL.questions.values() if q.unsure_text]
every_unsure_question = pytest.mark.parametrize(
    "question", UNSURE_CAN_BE_SAID, ids=lambda question: question.id
)


def unsure_instead_of_no(question: Question, sure: Sheet, unsure: Sheet) -> Formula:
    """The second person is not sure where the first said no, or gave the calmest answer."""
    id = question.id
    if question.kind == "choose-one":
        calmest = [sure.says(id, option.id) for option in question.least_worrying]
        return both(either(*calmest), unsure.says(id, "unsure"))
    if question.is_numeric:
        lowest = both(sure.given[id], sure.number[id] == question.minimum)
        return both(lowest, negate(sure.unsure(id)), unsure.says(id, "unsure"))
    same = (
        sure.ticked[id, option] == unsure.ticked[id, option]
        for option in ticks(question)
        if option != "unsure"
    )
    answered = both(sure.given[id], unsure.given[id])
    return both(answered, negate(sure.unsure(id)), unsure.unsure(id), *same)


def lowered_by_unsure(protocol: Protocol, question: Question) -> str | None:
    """Two people who differ in one answer, the unsure one with the lower advice."""
    sure = Sheet(protocol)
    unsure = sure.apart_from(question.id, "unsure ")
    model = Search(
        sure.is_possible,
        unsure.is_possible,
        unsure_instead_of_no(question, sure, unsure),
        is_lower(Reading(protocol, unsure), Reading(protocol, sure)),
    ).find()
    claim = f'"Not sure" about "{question.text}" gives lower advice than no.'
    return None if model is None else told(protocol, claim, sure.read(model), unsure.read(model))


def unsure_of_an_emergency_sign_is_not_urgent(protocol: Protocol) -> str | None:
    """Someone who is not sure about an emergency sign and is not told to get help today."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    unsure = either(*(both(sheet.given[q.id], sheet.unsure(q.id)) for q in FIRST))
    wrong = both(unsure, negate(answers.at_least(Disposition.URGENT)))
    model = Search(sheet.is_possible, wrong).find()
    claim = "Not sure about an emergency sign, and yet no help today."
    return None if model is None else told(protocol, claim, sheet.read(model))


def self_care_without_emergency_answers(protocol: Protocol) -> str | None:
    """Self-care for someone who did not answer an emergency question, or was not sure."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    open_question = either(
        *(negate(both(sheet.given[q.id], negate(sheet.unsure(q.id)))) for q in FIRST)
    )
    wrong = both(answers.is_at(Disposition.SELF_CARE), open_question)
    model = Search(sheet.is_possible, wrong).find()
    claim = "Self-care, though an emergency question was not answered for certain."
    return None if model is None else told(protocol, claim, sheet.read(model))


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
