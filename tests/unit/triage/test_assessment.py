"""From answers to a disposition: acuity only goes up, and self-care is earned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from triage_py import AnswersError, Disposition, assess

if TYPE_CHECKING:
    from triage_py import Protocol


def test_self_care_where_its_rule_holds_and_all_else_is_ruled_out(
    plant: Protocol, well: dict[str, object]
) -> None:
    """Everything was asked, nothing was found."""
    found = assess(plant, well)

    assert found.disposition == Disposition.SELF_CARE
    assert [rule.id for rule in found.fired] == ["well"]
    assert found.reasons == found.fired
    assert found.undecided == ()
    assert found.is_complete


@pytest.mark.parametrize("question", ["danger", "plant", "colour", "spots", "droop", "height"])
def test_no_self_care_while_a_question_is_open(
    plant: Protocol, well: dict[str, object], question: str
) -> None:
    """An answer that is missing rules nothing out."""
    del well[question]
    found = assess(plant, well)

    assert found.disposition == Disposition.SOON
    assert found.reasons == ()
    assert not found.is_complete
    assert "well" not in [rule.id for rule in found.fired]


@pytest.mark.parametrize("question", ["danger", "colour", "spots", "height"])
def test_no_self_care_for_somebody_who_is_not_sure(
    plant: Protocol, well: dict[str, object], question: str
) -> None:
    """Not sure is never no."""
    well[question] = "unsure"

    assert assess(plant, well).disposition >= Disposition.SOON


def test_nothing_said_is_the_default(plant: Protocol) -> None:
    """With every more urgent rule open."""
    found = assess(plant, {})

    assert found.disposition == Disposition.SOON
    assert found.pattern.id == "odd"
    assert found.fired == ()
    assert [rule.id for rule in found.undecided] == [
        "fire",
        "flood",
        "orchid-rot",
        "lies-down",
        "not-sure-danger",
        "not-sure-orchid-signs",
    ]


def test_the_most_urgent_rule_decides(plant: Protocol, well: dict[str, object]) -> None:
    """All that raise are told, the most urgent first; a simple pattern's reason is not."""
    well |= {"danger": ["flood"], "spots": ["holes"], "droop": 9, "days": 50}
    found = assess(plant, well)

    assert found.disposition == Disposition.EMERGENCY
    assert [rule.id for rule in found.fired] == ["flood", "lies-down", "eaten"]
    assert [rule.id for rule in found.reasons] == ["flood"]


def test_not_sure_about_an_emergency_sign_is_urgent(plant: Protocol) -> None:
    """By the rule that its question brings along."""
    found = assess(plant, {"danger": ["unsure"]})

    assert found.disposition == Disposition.URGENT
    assert [rule.id for rule in found.reasons] == ["not-sure-danger"]


def test_a_sign_ticked_beside_not_sure_counts(plant: Protocol) -> None:
    """What is certain is certain."""
    assert assess(plant, {"danger": ["fire", "unsure"]}).disposition == Disposition.EMERGENCY


def test_answers_to_questions_that_do_not_apply_are_left_out(
    plant: Protocol, well: dict[str, object]
) -> None:
    """Someone said orchid, answered its question, and went back to say cactus."""
    said = well | {"orchid-signs": ["rot"]}
    found = assess(plant, said)

    assert found == assess(plant, well)
    assert "orchid-signs" not in found.answers


def test_the_first_pattern_that_fired_is_told(plant: Protocol, well: dict[str, object]) -> None:
    """In the order of the file, else the default one."""
    dry = well | {"colour": "yellow", "days": 30}

    assert assess(plant, dry).pattern.id == "thirsty"
    assert assess(plant, dry | {"spots": ["webs"]}).pattern.id == "thirsty"
    assert assess(plant, well | {"spots": ["webs"]}).pattern.id == "eaten"
    assert assess(plant, well).pattern.id == "odd"


def test_a_simple_pattern_does_not_soften_urgent_advice(
    plant: Protocol, well: dict[str, object]
) -> None:
    """Thirst is told up to "soon": neither its name nor its reason stands beside urgent advice."""
    well |= {"colour": "brown", "droop": 9, "days": 30}
    found = assess(plant, well)

    assert found.disposition == Disposition.URGENT
    assert [rule.id for rule in found.fired] == ["lies-down"]
    assert found.pattern.id == "odd"


def test_bad_answers_are_refused(plant: Protocol) -> None:
    """With the message that `read_answers` gives."""
    with pytest.raises(AnswersError, match="there is no question"):
        assess(plant, {"nothing": 1})


def test_dispositions_are_ordered_by_acuity() -> None:
    """The larger is the more urgent, and each has an id."""
    assert sorted(Disposition) == [
        Disposition.SELF_CARE,
        Disposition.SOON,
        Disposition.URGENT,
        Disposition.EMERGENCY,
    ]
    assert [Disposition.from_id(level.id) for level in Disposition] == list(Disposition)
    with pytest.raises(KeyError):
        Disposition.from_id("later")
