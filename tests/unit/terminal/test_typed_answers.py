"""What is typed becomes the answer that was meant, or a sentence that says what to type."""

from __future__ import annotations

import pytest

from tests.unit.triage.conftest import PLANT
from triage_py import load_protocol
from triage_py.terminal.typed_answers import Misunderstood, read_typed

PROTOCOL = load_protocol(PLANT)


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        ("danger", "1", ["fire"]),
        ("danger", " 2, 1 ", ["flood", "fire"]),
        ("danger", "1;2", ["fire", "flood"]),
        ("danger", "3", ["none"]),
        ("danger", "4", ["unsure"]),
        ("danger", "?", ["unsure"]),
        ("danger", "1 4", ["fire", "unsure"]),
        ("plant", "3", "orchid"),
        ("colour", "?", "unsure"),
        ("colour", "4", "unsure"),
        ("days", "12", 12),
        ("days", "12.0", 12),
        ("height", "0.4", 0.4),
        ("height", "0,4", 0.4),
        ("height", "?", "unsure"),
    ],
)
def test_an_answer(question: str, typed: str, answer: object) -> None:
    assert read_typed(PROTOCOL, PROTOCOL.questions[question], typed) == answer


@pytest.mark.parametrize(
    ("question", "typed", "words"),
    [
        ("danger", "", "Nothing was typed. Not answered is never counted as no"),
        ("danger", "0", 'There is no answer "0". Type a number from 1 to 4.'),
        ("danger", "5", 'There is no answer "5".'),
        ("danger", "-1", 'There is no answer "-1".'),
        ("danger", "fire", 'There is no answer "fire".'),
        ("danger", "²", 'There is no answer "²".'),
        ("danger", "9" * 5000, "Type a number from 1 to 4."),
        ("danger", "1 3", '"None of these" cannot stand beside other answers.'),
        ("danger", "3 4", '"None of these" cannot stand beside other answers.'),
        ("plant", "1 2", "Only one answer fits here."),
        ("plant", "?", '"Not sure" cannot be said here.'),
        ("days", "?", '"Not sure" cannot be said here.'),
        ("days", "101", "Type a number from 0 to 100"),
        ("days", "-1", "Type a number from 0 to 100"),
        ("days", "1.5", "Type a whole number."),
        ("days", "nan", "Type a number from 0 to 100"),
        ("days", "inf", "Type a number from 0 to 100"),
        ("days", "a week", 'Not understood: "a week".'),
    ],
)
def test_what_is_no_answer(question: str, typed: str, words: str) -> None:
    with pytest.raises(Misunderstood) as told:
        read_typed(PROTOCOL, PROTOCOL.questions[question], typed)

    assert words in str(told.value)
