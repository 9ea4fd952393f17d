"""A sound protocol is read as it was written."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from triage_py import (
    Disposition,
    ProtocolError,
    build_protocol,
    load_protocol,
    parse_protocol,
    read_protocol,
)
from triage_py.conditions import AtLeast, Chosen, Compared, Holds, NoneTicked, Unsure

from .conftest import PLANT
from .test_broken_protocols import LAMP

if TYPE_CHECKING:
    from pathlib import Path

    from triage_py import Protocol, Question


def test_the_head(plant: Protocol) -> None:
    """Name, version, language and review."""
    assert (plant.id, plant.title, plant.version, plant.language) == (
        "plant",
        "Is the plant well?",
        "1.2.0",
        "en",
    )
    assert (plant.reviewed, plant.review_due) == (date(2026, 1, 31), date(2027, 1, 31))
    assert (plant.reviewer, plant.intro, plant.not_for) == (
        "A gardener",
        "Look at the plant.",
        "Not for trees.",
    )


def test_questions_stand_in_the_order_of_the_file(plant: Protocol) -> None:
    """And screens in the order of their first questions."""
    assert list(plant.questions) == [
        "danger",
        "plant",
        "orchid-signs",
        "colour",
        "spots",
        "days",
        "droop",
        "height",
    ]
    assert [(screen.id, screen.text) for screen in plant.screens][3:5] == [
        ("leaves", "How are the leaves?"),
        ("days", "How many days ago was it watered?"),
    ]
    assert [question.id for question in plant.screens[3].questions] == ["colour", "spots"]


def test_kinds_of_questions(plant: Protocol) -> None:
    """Options for choices; least, most and unit for numbers; a scale runs from 0 to 10."""
    danger, days, droop, height = (
        plant.questions[id] for id in ("danger", "days", "droop", "height")
    )

    assert [choice.id for choice in danger.choices] == ["fire", "flood", "none", "unsure"]
    assert [choice.text for choice in danger.choices][2:] == ["None of these", "I'm not sure"]
    assert danger.options[1].hint == "Water stands over the pot."
    assert danger.options[1].group == "Water"
    assert not danger.is_numeric
    assert (days.kind, days.minimum, days.maximum, days.unit) == ("time-since", 0, 100, "days")
    assert (droop.kind, droop.minimum, droop.maximum) == ("scale", 0, 10)
    assert droop.ends == ("Not at all", "It lies down")
    assert droop.is_numeric
    assert (height.kind, height.unsure_text) == ("number", "I'm not sure")


def test_worry_of_options(plant: Protocol) -> None:
    """What is ticked worries by 1 unless told otherwise, what is chosen by 0."""
    worry = {
        id: [option.worry for option in plant.questions[id].options]
        for id in ("plant", "colour", "spots", "danger")
    }

    assert worry == {
        "plant": [0, 1, 2],
        "colour": [0, 1, 2],
        "spots": [0, 1, 1],
        "danger": [1, 1],
    }


def test_own_words_for_none_and_not_sure(plant: Protocol) -> None:
    """A question may word them itself."""
    assert plant.questions["spots"].none_text == "Nothing"
    assert plant.questions["colour"].unsure_text == "I cannot see"
    assert plant.questions["colour"].none_text == ""
    assert plant.questions["plant"].unsure_text == ""


def test_conditions_as_sentences_and_joined(plant: Protocol) -> None:
    """Every form of the language."""
    when = {rule.id: rule.when for rule in plant.rules}

    assert when["fire"] == Chosen("danger", frozenset({"fire"}))
    assert when["too-tall"] == Compared("height", "more than", 2.5)
    assert when["cannot-see"] == Unsure("colour")
    assert isinstance(when["eaten"], Holds)
    assert when["orchid-rot"] == AtLeast(
        2,
        (
            Chosen("plant", frozenset({"orchid"})),
            Chosen("orchid-signs", frozenset({"rot", "mould"})),
        ),
    )
    thirst = when["two-signs-of-thirst"]
    assert isinstance(thirst, AtLeast)
    assert (thirst.count, len(thirst.parts)) == (2, 3)
    well = when["well"]
    assert isinstance(well, AtLeast)
    assert isinstance(well.parts[1], AtLeast)
    assert well.parts[1].parts[0] == NoneTicked("spots")


def test_not_sure_can_have_a_rule_of_its_own(plant: Protocol) -> None:
    """Made from the question, after the other rules, and only while the question is asked."""
    made = [rule for rule in plant.rules if rule.for_unsure]

    assert [rule.id for rule in made] == ["not-sure-danger", "not-sure-orchid-signs"]
    assert plant.rules[-2:] == tuple(made)
    assert made[0].when == Unsure("danger")
    assert made[1].when == AtLeast(
        2, (Chosen("plant", frozenset({"orchid"})), Unsure("orchid-signs"))
    )


def test_words_of_each_disposition(plant: Protocol) -> None:
    """Label, lead, what to do, what to expect, what to watch for, when to check again."""
    assert set(plant.words) == set(Disposition)
    assert plant.words[Disposition.URGENT].safety_net == ("it falls over",)
    assert plant.words[Disposition.SELF_CARE].check_again_days == 3
    assert plant.words[Disposition.EMERGENCY].check_again_days is None


def test_rules_and_patterns_are_found_by_id(plant: Protocol) -> None:
    """A wrong id is a KeyError."""
    assert plant.rule("fire").sources == ("gardening", "fire")
    assert plant.pattern("thirsty").up_to == Disposition.SOON
    with pytest.raises(KeyError):
        plant.rule("ice")
    with pytest.raises(KeyError):
        plant.pattern("icy")


def test_turning_points_stand_for_all_numbers(plant: Protocol) -> None:
    """At and beside every limit, and both ends; none out of range."""
    assert plant.turning_points("droop") == (0, 2, 3, 4, 5, 7, 8, 9, 10)
    assert plant.turning_points("days") == (0, 9, 10, 11, 19, 20, 21, 100)


def test_the_compiled_protocol_is_the_same(plant: Protocol) -> None:
    """Parsed TOML written as JSON, dates as texts, gives the same protocol."""
    parsed = parse_protocol(PLANT.read_text(encoding="utf-8"))
    compiled = json.loads(json.dumps(parsed, default=str))

    assert build_protocol(compiled, plant.file) == plant


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(ProtocolError, match=r"missing\.toml: cannot read the protocol: No such"):
        load_protocol(tmp_path / "missing.toml")


def test_a_file_from_another_editor(plant: Protocol, tmp_path: Path) -> None:
    """With a byte order mark and Windows line ends it is the same protocol."""
    path = tmp_path / "plant.toml"
    text = PLANT.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())

    assert load_protocol(path).rules == plant.rules


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    """The message says so."""
    path = tmp_path / "picture.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ProtocolError, match="cannot read the protocol: it is not UTF-8 text"):
        load_protocol(path)


@pytest.mark.parametrize("text", ["", "a = 1" * 3, f"x = {'[' * 9000}", f"x = {'9' * 5000}"])
def test_what_is_no_protocol_at_all(text: str) -> None:
    """Empty, not TOML, nested without bottom, or a number without end."""
    with pytest.raises(ProtocolError):
        read_protocol(text)


def test_numbers_say_which_of_them_worry_more() -> None:
    """Higher ones where nothing is said; where neither does, no number is the calmest."""
    text = LAMP.read_text(encoding="utf-8")
    heading = "[questions.hum]\n"

    def hum(worse: str) -> Question:
        return read_protocol(text.replace(heading, heading + worse)).questions["hum"]

    assert hum("").calmest_number == 0
    assert hum('worse = "lower"\n').calmest_number == 10
    assert hum('worse = "neither"\n').calmest_number is None
