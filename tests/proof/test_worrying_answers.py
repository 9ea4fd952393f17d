"""A more worrying answer raises the advice or leaves it. It never lowers it."""

from __future__ import annotations

import pytest

from triage_py import Protocol, Question

from .answer_space import Sheet, ticks
from .counterexample import told
from .damage import with_emergency_when_nothing_is_wrong
from .encoding import Reading, is_lower
from .logic import Formula, Search, both, either, negate
from .shipped import PROTOCOL

every_question = pytest.mark.parametrize(
    "question", PROTOCOL.questions.values(), ids=lambda question: question.id
)


def more_worrying(question: Question, calm: Sheet, worried: Sheet) -> Formula:
    """The second sheet has a more worrying answer to this question than the first.

    - Choose one: an option declared worse. Options of which neither is worse are not compared.
    - Choose any: one more option ticked that has any `worry`.
    - Numbers: a higher one. (Stronger pain, more days.)
    """
    id = question.id
    answered = both(calm.given[id], worried.given[id])
    if question.is_numeric:
        sure = both(negate(calm.unsure(id)), negate(worried.unsure(id)))
        return both(answered, sure, calm.number[id] < worried.number[id])
    if question.kind == "choose-one":
        rises = [
            both(calm.says(id, low.id), worried.says(id, high.id))
            for low in question.options
            for high in question.options
            if question.is_worse(high.id, than=low.id)
        ]
        return either(*rises)
    added = [
        both(
            negate(calm.ticked[id, option.id]),
            worried.ticked[id, option.id],
            *(
                calm.ticked[id, other] == worried.ticked[id, other]
                for other in ticks(question)
                if other != option.id
            ),
        )
        for option in question.options
        if option.worry
    ]
    return both(answered, either(*added))


def lowered(protocol: Protocol, question: Question) -> str | None:
    """Two people who differ in one answer, the more worrying one with the lower advice."""
    calm = Sheet(protocol)
    worried = calm.apart_from(question.id, "worried ")
    model = Search(
        calm.is_possible,
        worried.is_possible,
        more_worrying(question, calm, worried),
        is_lower(Reading(protocol, worried), Reading(protocol, calm)),
    ).find()
    claim = f'A more worrying answer to "{question.text}" lowers the advice.'
    return None if model is None else told(protocol, claim, calm.read(model), worried.read(model))


@every_question
def test_a_more_worrying_answer_never_lowers_the_advice(question: Question) -> None:
    """Whatever else was said, answered or not: for any two answers to this question."""
    counterexample = lowered(PROTOCOL, question)

    assert counterexample is None, counterexample


@every_question
def test_a_rule_that_a_worrying_answer_switches_off_is_found(question: Question) -> None:
    """The proof fails when the calmest answer to the question raises the alarm."""
    assert lowered(with_emergency_when_nothing_is_wrong(PROTOCOL, question), question)
