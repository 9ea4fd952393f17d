"""One tick on the first screen is an emergency, and ends the interview at once."""

from __future__ import annotations

import pytest

from triage_py import Disposition, Finished, Option, Question, next_step
from triage_py.proof.emergency import emergency_that_goes_on, ticked_but_not_ended

from .damage import with_weaker_rule, without_rule
from .shipped import FIRST, PROTOCOL

SIGNS = [(question, option) for question in FIRST for option in question.options]
every_sign = pytest.mark.parametrize(("question", "option"), SIGNS, ids=lambda one: one.id)


def test_one_emergency_sign_is_an_emergency_and_ends_the_interview() -> None:
    """Whatever else was said before or beside it."""
    for question in FIRST:
        for option in question.options:
            counterexample = ticked_but_not_ended(PROTOCOL, question, option)

            assert counterexample is None, counterexample


def test_an_emergency_from_several_answers_ends_the_interview_too() -> None:
    """Nobody with an emergency is asked one more question."""
    counterexample = emergency_that_goes_on(PROTOCOL)

    assert counterexample is None, counterexample


@every_sign
def test_the_first_screen_with_one_tick_gives_the_emergency_card(
    question: Question, option: Option
) -> None:
    """In the engine itself: one screen, one tick, the end."""
    step = next_step(PROTOCOL, {question.id: [option.id]})

    assert isinstance(step, Finished)
    assert step.assessment.disposition == Disposition.EMERGENCY


@every_sign
def test_an_emergency_sign_without_its_rule_is_found(question: Question, option: Option) -> None:
    """The proof fails when the sign's rule is gone or leads to less."""
    rules = [
        rule.id
        for rule in PROTOCOL.rules
        if rule.disposition == Disposition.EMERGENCY
        and rule.when.evaluate({question.id: frozenset({option.id})})
    ]

    assert rules
    assert ticked_but_not_ended(without_rule(PROTOCOL, *rules), question, option)
    for id in rules:
        weaker = with_weaker_rule(PROTOCOL, id)
        assert ticked_but_not_ended(weaker, question, option) or len(rules) > 1
