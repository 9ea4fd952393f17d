"""One tick on the first screen is an emergency, and ends the interview at once."""

from __future__ import annotations

import pytest

from triage_py import Disposition, Finished, Protocol, next_step

from .answer_space import Sheet
from .counterexample import told
from .damage import with_weaker_rule, without_rule
from .encoding import Reading
from .logic import Search, both, either, negate
from .shipped import FIRST, PROTOCOL

SIGNS = [(question.id, option.id) for question in FIRST for option in question.options]


def ticked_but_not_ended(protocol: Protocol) -> str | None:
    """Someone who ticks an emergency sign and is told less, or asked more.

    Any answers beside it, in whatever order: the sign alone decides.
    """
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    ticked = either(*(both(sheet.given[q], sheet.ticked[q, option]) for q, option in SIGNS))
    ended = both(answers.is_at(Disposition.EMERGENCY), answers.is_finished)
    model = Search(sheet.is_possible, ticked, negate(ended)).find()
    claim = "An emergency sign was ticked, and yet it is no emergency or the interview goes on."
    return None if model is None else told(protocol, claim, sheet.read(model))


def emergency_that_goes_on(protocol: Protocol) -> str | None:
    """Someone with an emergency from any rule who is still asked something."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    wrong = both(answers.alarm(Disposition.EMERGENCY), negate(answers.is_finished))
    model = Search(sheet.is_possible, wrong).find()
    claim = "An emergency rule holds, and yet the interview goes on."
    return None if model is None else told(protocol, claim, sheet.read(model))


def test_one_emergency_sign_is_an_emergency_and_ends_the_interview() -> None:
    """Whatever else was said before or beside it."""
    counterexample = ticked_but_not_ended(PROTOCOL)

    assert counterexample is None, counterexample


def test_an_emergency_from_several_answers_ends_the_interview_too() -> None:
    """Nobody with an emergency is asked one more question."""
    counterexample = emergency_that_goes_on(PROTOCOL)

    assert counterexample is None, counterexample


@pytest.mark.parametrize(("question", "option"), SIGNS)
def test_the_first_screen_with_one_tick_gives_the_emergency_card(
    question: str, option: str
) -> None:
    """In the engine itself: one screen, one tick, the end."""
    step = next_step(PROTOCOL, {question: [option]})

    assert isinstance(step, Finished)
    assert step.assessment.disposition == Disposition.EMERGENCY


@pytest.mark.parametrize(("question", "option"), SIGNS)
def test_an_emergency_sign_without_its_rule_is_found(question: str, option: str) -> None:
    """The proof fails when the sign's rule is gone or leads to less."""
    rules = [
        rule.id
        for rule in PROTOCOL.rules
        if rule.disposition == Disposition.EMERGENCY
        and rule.when.evaluate({question: frozenset({option})})
    ]

    assert rules
    assert ticked_but_not_ended(without_rule(PROTOCOL, *rules))
    for id in rules:
        assert ticked_but_not_ended(with_weaker_rule(PROTOCOL, id)) or len(rules) > 1
