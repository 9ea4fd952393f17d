"""The flow of an interview: which screens, for whom, and what each can lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage_py import Disposition, Protocol, load_protocol
from triage_py.conditions import AtLeast, Chosen, NoneOf
from triage_py.export.flow import Flow, _decided_at, interview_flow
from triage_py.export.words import short_words

ROOT = Path(__file__).parents[3]
PLANT = ROOT / "tests/unit/triage/plant.toml"
SHIPPED = ROOT / "content/self-check/protocol.toml"


@pytest.fixture
def plant() -> Protocol:
    """The plant protocol."""
    return load_protocol(PLANT)


@pytest.fixture
def flow(plant: Protocol) -> Flow:
    """Its flow."""
    return interview_flow(plant)


def test_screens_stand_in_the_order_in_which_they_are_asked(flow: Flow) -> None:
    """With the question, or the heading above several."""
    assert [(screen.number, screen.title) for screen in flow.screens][:4] == [
        (1, "Is any of these so?"),
        (2, "Which plant is it?"),
        (3, "Does the orchid have any of these?"),
        (4, "How are the leaves?"),
    ]
    assert flow.screens[0].questions == ()
    assert len(flow.screens[3].questions) == 2


def test_a_screen_that_not_everybody_sees_says_for_whom(plant: Protocol, flow: Flow) -> None:
    """In the words of the option that opens it."""
    gated = [screen for screen in flow.screens if screen.gate is not None]

    assert [screen.number for screen in gated] == [3]
    assert gated[0].gate is not None
    assert short_words(plant, gated[0].gate) == "An orchid"


def test_a_rule_stands_where_its_last_answer_is_given(flow: Flow) -> None:
    """A rule with several ways to hold stands at each screen that can settle it."""
    found = {
        screen.screen.id: {
            (rule.id, exit.disposition) for exit in screen.exits for rule in exit.rules
        }
        for screen in flow.screens
    }

    assert ("fire", Disposition.EMERGENCY) in found["danger"]
    assert ("orchid-rot", Disposition.URGENT) in found["orchid-signs"]
    assert ("eaten", Disposition.SOON) in found["leaves"]
    assert ("lies-down", Disposition.URGENT) in found["droop"]


def test_self_care_is_earned_at_the_end_alone(flow: Flow) -> None:
    """No screen leads to it."""
    at_screens = {exit.disposition for screen in flow.screens for exit in screen.exits}

    assert Disposition.SELF_CARE not in at_screens
    assert [rule.id for rule in flow.earned] == ["well"]


@pytest.mark.parametrize("path", [PLANT, SHIPPED])
def test_every_rule_that_raises_the_advice_is_in_the_chart(path: Path) -> None:
    """None is lost."""
    protocol = load_protocol(path)
    shown = {
        rule.id
        for screen in interview_flow(protocol).screens
        for exit in screen.exits
        for rule in exit.rules
    }

    assert shown == {rule.id for rule in protocol.rules if rule.disposition}


def test_the_last_answer_that_settles_a_condition() -> None:
    """`all` waits for its last part, `any` may end at each, `none` waits for all to be ruled out."""
    number_of = {"a": 1, "b": 2, "c": 3}
    a, b, c = (Chosen(question, frozenset({"x"})) for question in "abc")

    assert _decided_at(AtLeast(3, (a, b, c)), number_of, wanted=True) == {3}
    assert _decided_at(AtLeast(1, (a, b, c)), number_of, wanted=True) == {1, 2, 3}
    assert _decided_at(AtLeast(2, (a, b, c)), number_of, wanted=True) == {2, 3}
    assert _decided_at(NoneOf((a, b)), number_of, wanted=True) == {2}
    assert _decided_at(AtLeast(2, (NoneOf((a, b)), a)), number_of, wanted=True) == {2}
