"""Which screen comes next, and when there is nothing left to ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from triage_py import Ask, Disposition, Finished, next_step, read_answers, read_protocol
from triage_py.interview import screens_shown

if TYPE_CHECKING:
    from triage_py import Protocol

LAMP = Path(__file__).with_name("lamp.toml")


def screen_after(protocol: Protocol, answers: dict[str, object]) -> str | None:
    """The id of the next screen, None at the end."""
    step = next_step(protocol, answers)
    return step.screen.id if isinstance(step, Ask) else None


def test_it_begins_with_the_first_screen(plant: Protocol) -> None:
    """Before anything was said."""
    step = next_step(plant, {})

    assert isinstance(step, Ask)
    assert step.screen.id == "danger"
    assert [question.id for question in step.questions] == ["danger"]
    assert (step.screens_done, step.screens_left) == (0, 7)
    assert step.so_far.disposition == Disposition.SOON


def test_it_goes_on_screen_by_screen(plant: Protocol, well: dict[str, object]) -> None:
    """In the order of the protocol, leaving out what does not apply."""
    said: dict[str, object] = {}
    shown = []
    while (screen := screen_after(plant, said)) is not None:
        shown.append(screen)
        for question in plant.questions.values():
            if question.screen == screen:
                said[question.id] = well[question.id]

    assert shown == ["danger", "plant", "leaves", "days", "droop", "height"]
    assert screens_shown(plant, read_answers(plant, said)) == tuple(shown)


def test_the_progress_counts_what_can_still_follow(plant: Protocol) -> None:
    """More than will be, at most: a screen that turns out not to apply is gone."""
    step = next_step(plant, {"danger": ["none"], "plant": "fern"})

    assert isinstance(step, Ask)
    assert step.screen.id == "leaves"
    assert (step.screens_done, step.screens_left) == (3, 4)


def test_a_question_that_applies_is_asked(plant: Protocol) -> None:
    """After the answer that makes it apply."""
    assert screen_after(plant, {"danger": ["none"], "plant": "orchid"}) == "orchid-signs"


def test_a_screen_with_one_open_question_is_shown_whole(plant: Protocol) -> None:
    """Questions answered already stand there too."""
    step = next_step(plant, {"danger": ["none"], "plant": "fern", "colour": "green"})

    assert isinstance(step, Ask)
    assert [question.id for question in step.questions] == ["colour", "spots"]


def test_an_emergency_ends_it_at_once(plant: Protocol) -> None:
    """Nothing could be more urgent."""
    step = next_step(plant, {"danger": ["fire"]})

    assert isinstance(step, Finished)
    assert step.assessment.disposition == Disposition.EMERGENCY
    assert not step.assessment.is_complete


def test_urgent_advice_ends_it_once_no_emergency_is_open(plant: Protocol) -> None:
    """Here the only emergencies are on the first screen."""
    said: dict[str, object] = {"danger": ["none"], "plant": "orchid", "orchid-signs": ["rot"]}

    assert screen_after(plant, said) is None
    assert screen_after(plant, {"plant": "orchid", "orchid-signs": ["rot"]}) == "danger"


def test_not_sure_about_an_emergency_does_not_end_it(plant: Protocol) -> None:
    """It is urgent, but an emergency is still possible, so the questions go on."""
    assert screen_after(plant, {"danger": ["unsure"]}) == "plant"


def test_the_answers_may_come_in_any_order(plant: Protocol, well: dict[str, object]) -> None:
    """What is next depends on what was said, not on when."""
    backwards = dict(reversed(well.items()))
    del backwards["days"]

    assert screen_after(plant, backwards) == "days"


def test_what_is_left_over_for_today_does_not_end_the_questions() -> None:
    """Only a rule that holds does: self-care could still be earned, and an emergency be found."""
    lamp = LAMP.read_text(encoding="utf-8").replace(
        'disposition = "soon"', 'disposition = "urgent"'
    )
    protocol = read_protocol(lamp, "lamp.toml")

    for said in ({}, {"danger": ["none"]}, {"danger": ["none"], "light": "bright"}):
        step = next_step(protocol, said)
        assert isinstance(step, Ask), said
        assert step.so_far.disposition == Disposition.URGENT
    end = next_step(protocol, {"danger": ["none"], "light": "bright", "hum": 1})
    assert isinstance(end, Finished)
    assert end.assessment.disposition == Disposition.SELF_CARE
