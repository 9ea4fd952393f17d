"""Whatever is answered, the interview ends, and ends in exactly one disposition."""

from __future__ import annotations

from hypothesis import given, settings

from triage_py import Ask, Disposition, Finished, Protocol, next_step
from triage_py.proof import Counterexample
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import look_for
from triage_py.proof.encoding import Reading
from triage_py.proof.endings import (
    asked_again,
    ended_too_early,
    left_undecided,
    without_one_disposition,
)
from triage_py.proof.logic import at_least, at_most, both, either, negate

from .damage import with_a_screen_for_each_question, with_ungated_rule, without_screen
from .random_answers import any_answers
from .shipped import GATED, PROTOCOL

FEWEST_SCREENS, MOST_SCREENS = 8, 12
"""How long a person's way to self-care may be."""


def too_short_or_too_long(protocol: Protocol) -> Counterexample | None:
    """A way to self-care that is shorter or longer than it may be."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    shown = [either(*(reading.asked[q.id] for q in s.questions)) for s in protocol.screens]
    fitting = both(at_least(FEWEST_SCREENS, shown), at_most(MOST_SCREENS, shown))
    way = [sheet.is_possible, reading.is_complete, reading.is_at(Disposition.SELF_CARE)]
    claim = f"The way to self-care is not {FEWEST_SCREENS} to {MOST_SCREENS} screens long."
    return look_for(protocol, claim, (sheet,), *way, negate(fitting))


def test_every_answering_ends_in_exactly_one_disposition() -> None:
    """Total: no answers without advice, none with two; all answered means all decided."""
    counterexample = without_one_disposition(PROTOCOL)

    assert counterexample is None, counterexample
    assert not list(map(str, left_undecided(PROTOCOL)))


def test_a_rule_that_can_stay_undecided_for_ever_is_found() -> None:
    """The proof above fails on a rule that reads a question not everybody is asked."""
    (found,) = left_undecided(with_ungated_rule(PROTOCOL, GATED[0]))

    assert found.where == "rules.gate-forgotten.when"


def test_an_interview_ends_early_only_for_urgent_advice() -> None:
    """Self-care and "soon" are told when everything that applies was asked."""
    counterexample = ended_too_early(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_screen_that_is_never_shown_is_found() -> None:
    """The proof above fails when a screen is lost, whichever it is."""
    passed = [s.id for s in PROTOCOL.screens if not ended_too_early(without_screen(PROTOCOL, s))]

    assert passed == []


def test_the_way_to_self_care_takes_8_to_12_screens() -> None:
    """Long enough to rule out what matters, short enough to be finished."""
    counterexample = too_short_or_too_long(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_questionnaire_that_is_too_long_or_too_short_is_found() -> None:
    """The proof above fails with one question a screen, and with a few screens only."""
    assert too_short_or_too_long(with_a_screen_for_each_question(PROTOCOL))
    short = PROTOCOL
    for screen in PROTOCOL.screens[FEWEST_SCREENS - 1 :]:
        short = without_screen(short, screen)
    assert too_short_or_too_long(short)


def test_no_screen_comes_back() -> None:
    """So an interview has at most as many screens as the protocol."""
    assert not list(map(str, asked_again(PROTOCOL)))


@settings(max_examples=150, deadline=None)
@given(raw=any_answers(PROTOCOL))
def test_every_step_of_the_engine_leads_nearer_to_the_end(raw: dict[str, object]) -> None:
    """Answering the screens one by one, none is shown twice and the end is reached."""
    said: dict[str, object] = {}
    shown: list[str] = []
    step = next_step(PROTOCOL, said)
    while isinstance(step, Ask):
        shown.append(step.screen.id)
        assert len(set(shown)) == len(shown), "a screen came back"
        for question in step.questions:
            calm = question.options[0].id if question.options else question.minimum
            said[question.id] = raw.get(question.id, ["none"] if question.none_text else calm)
        assert step.screens_left >= 1
        step = next_step(PROTOCOL, said)

    assert isinstance(step, Finished)
    assert len(shown) <= len(PROTOCOL.screens)
