"""Not sure costs: it never reassures, and on an emergency sign it means help today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import UNSURE
from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet, ticks
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading, is_lower
from triage_py.proof.logic import FALSE, Formula, both, either, negate

if TYPE_CHECKING:
    from triage_py.protocol import Protocol, Question


def lowered_by_unsure(protocol: Protocol, question: Question) -> Counterexample | None:
    """Two people who differ in one answer, the unsure one with the lower advice."""
    sure = Sheet(protocol)
    unsure = sure.apart_from(question.id, "unsure ")
    claim = f'"{question.unsure_text}" about "{question.text}" gives lower advice than no.'
    if question.kind == "choose-one" and question.least_worrying == question.options:
        claim += f" No option has a worry, so each counts as no: {', '.join(_ids(question))}."
    return look_for(
        protocol,
        claim,
        (sure, unsure),
        sure.is_possible,
        unsure.is_possible,
        unsure_instead_of_no(question, sure, unsure),
        is_lower(Reading(protocol, unsure), Reading(protocol, sure)),
        where=f"questions.{question.id}.unsure",
    )


def unsure_instead_of_no(question: Question, sure: Sheet, unsure: Sheet) -> Formula:
    """The second person is not sure where the first said no, or gave the calmest answer."""
    id = question.id
    if question.kind == "choose-one":
        calmest = [sure.says(id, option.id) for option in question.least_worrying]
        return both(either(*calmest), unsure.says(id, UNSURE))
    if question.is_numeric:
        if question.calmest_number is None:  # no number means no
            return FALSE
        calm = sure.says(id, question.calmest_number)
        return both(calm, unsure.says(id, UNSURE))
    same = (
        sure.ticked[id, option] == unsure.ticked[id, option]
        for option in ticks(question)
        if option != UNSURE
    )
    answered = both(sure.given[id], unsure.given[id])
    return both(answered, negate(sure.unsure(id)), unsure.unsure(id), *same)


def unsure_of_an_emergency_sign_is_not_urgent(protocol: Protocol) -> Counterexample | None:
    """Someone who is not sure about an emergency sign and is not told to get help today."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    first = protocol.screens[0].questions
    unsure = either(*(both(sheet.given[q.id], sheet.unsure(q.id)) for q in first))
    wrong = both(unsure, negate(answers.at_least(Disposition.URGENT)))
    claim = "Not sure about an emergency sign, and yet no help today."
    where = f"questions.{first[0].id}.unsure"
    return look_for(protocol, claim, (sheet,), sheet.is_possible, wrong, where=where)


def _ids(question: Question) -> list[str]:
    return [option.id for option in question.options]
