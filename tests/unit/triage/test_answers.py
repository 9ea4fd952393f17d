"""Answers are checked against the questionnaire. Bad ones are told all at once, with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from triage_py import Answers, AnswersError, read_answers, write_answers

if TYPE_CHECKING:
    from triage_py import Protocol


@pytest.mark.parametrize(
    ("question", "raw", "value"),
    [
        ("plant", "fern", "fern"),
        ("colour", "unsure", "unsure"),
        ("spots", ["dust", "holes"], frozenset({"dust", "holes"})),
        ("spots", ["dust", "dust"], frozenset({"dust"})),
        ("spots", "dust", frozenset({"dust"})),
        ("spots", ["none"], frozenset()),
        ("spots", "none", frozenset()),
        ("spots", "unsure", frozenset({"unsure"})),
        ("spots", ["dust", "unsure"], frozenset({"dust", "unsure"})),
        ("droop", 0, 0),
        ("droop", 10, 10),
        ("droop", 3.0, 3),
        ("days", 100, 100),
        ("height", 2.75, 2.75),
        ("height", "unsure", "unsure"),
    ],
)
def test_what_can_be_answered(plant: Protocol, question: str, raw: object, value: object) -> None:
    """One option, any number of options, none of them, not sure, a number in range."""
    assert read_answers(plant, {question: raw})[question] == value


@pytest.mark.parametrize(
    ("question", "raw", "words"),
    [
        ("colr", "green", ['there is no question "colr"', 'Did you mean "colour"?']),
        ("plant", "ferm", ['there is no option "ferm"', 'Did you mean "fern"?']),
        ("plant", "unsure", ['there is no option "unsure"', '"cactus", "fern", "orchid"']),
        ("plant", None, ["expected one option, found nothing", "Give one option id."]),
        ("plant", ["fern"], ["expected one option, found a list"]),
        ("plant", 2, ["expected one option, found the number 2"]),
        ("spots", ["hole"], ['there is no option "hole"', 'Did you mean "holes"?']),
        ("spots", [], ["an empty list does not say what was meant", '["none"]']),
        ("spots", ["none", "dust"], ['"none" was given together with other options']),
        ("spots", ["none", "unsure"], ['"none" was given together with other options']),
        ("spots", ["dust", 3], ["expected a list of options", 'Give a list such as ["none"].']),
        ("spots", {"dust": True}, ["expected a list of options, found a table"]),
        ("droop", "much", ['expected a number, found the text "much"', "from 0 to 10"]),
        ("droop", True, ["expected a number, found true"]),
        ("droop", 11, ["the number 11 is out of range", "a whole number from 0 to 10"]),
        ("droop", -1, ["the number -1 is out of range"]),
        ("droop", 10**400, ["a huge number is out of range"]),
        ("droop", 2.5, ["2.5 cannot be used here", "a whole number"]),
        ("droop", float("nan"), ["nan cannot be used here"]),
        ("droop", "unsure", ['expected a number, found the text "unsure"']),
        ("height", float("inf"), ["inf cannot be used here", "Give a number from 0 to 3."]),
        ("height", "x" * 999, ["found a long text"]),
    ],
)
def test_what_cannot_be_answered(
    plant: Protocol, question: str, raw: object, words: list[str]
) -> None:
    """The message names the input, the question, what is wrong and what to do, in one line."""
    with pytest.raises(AnswersError) as refused:
        read_answers(plant, {question: raw}, "plant.json")

    (line,) = refused.value.lines()
    assert line.startswith(f"plant.json: {question}: ")
    for part in words:
        assert part in line


@pytest.mark.parametrize("raw", [None, [], "cactus", 3])
def test_answers_are_an_object(plant: Protocol, raw: object) -> None:
    """Anything else is refused with what was found."""
    with pytest.raises(AnswersError, match="expected an object of answers, found "):
        read_answers(plant, raw)


def test_all_bad_answers_are_told_at_once(plant: Protocol) -> None:
    """One line each, and each says how many there are."""
    with pytest.raises(AnswersError) as refused:
        read_answers(plant, {"colr": "green", "droop": 11, "spots": [], "plant": "fern"})

    lines = refused.value.lines()
    assert [line.split(": ")[1] for line in lines] == ["colr", "spots", "droop"]
    assert [line[line.rindex(" (") :] for line in lines] == [
        f" ({number} of 3 problems)" for number in (1, 2, 3)
    ]


def test_a_message_stays_one_short_line(plant: Protocol) -> None:
    """However long the input is, and whatever it holds."""
    with pytest.raises(AnswersError) as refused:
        read_answers(plant, {"one\ntwo\x1b[31m": 1, "y" * 5000: 1, "spots": ["z\n" * 5000]})

    for line in refused.value.lines():
        assert line.isprintable()
        assert len(line) < 400


def test_answers_stand_in_the_order_of_the_questionnaire(plant: Protocol) -> None:
    """Whatever order they came in."""
    answers = read_answers(plant, {"droop": 1, "spots": ["dust"], "danger": ["none"]})

    assert list(answers) == ["danger", "spots", "droop"]


def test_answers_that_were_read_are_not_read_again(plant: Protocol) -> None:
    """They pass as they are."""
    answers = read_answers(plant, {"droop": 1})

    assert read_answers(plant, answers) is answers


def test_answers_never_change() -> None:
    """Adding and keeping give new ones."""
    answers = Answers({"droop": 1})
    more = answers.adding("plant", "fern")

    assert dict(answers) == {"droop": 1}
    assert dict(more) == {"droop": 1, "plant": "fern"}
    assert dict(more.keeping({"plant"})) == {"plant": "fern"}
    assert repr(answers) == "Answers({'droop': 1})"


def test_answers_can_be_written_and_read_again(plant: Protocol) -> None:
    """Options in the order of the questionnaire; none as "none"."""
    raw: dict[str, object] = {
        "danger": ["none"],
        "plant": "fern",
        "spots": ["webs", "dust", "unsure"],
        "height": "unsure",
    }
    answers = read_answers(plant, raw)
    written = write_answers(plant, answers)

    assert written == {**raw, "spots": ["dust", "webs", "unsure"]}
    assert read_answers(plant, written) == answers
