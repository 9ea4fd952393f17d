"""The JSON between a page and the engine: every failure is an answer too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from triage_py import MessageError, ProtocolError, messages, parse_protocol

from .conftest import PLANT

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def compiled() -> str:
    """The plant's protocol as the build compiles it."""
    return json.dumps(parse_protocol(PLANT.read_text(encoding="utf-8")), default=str)


@pytest.fixture(autouse=True)
def opened(compiled: str) -> Iterator[None]:
    """The protocol is open before each test, and none is afterwards."""
    messages.open_protocol(compiled)
    yield
    messages._open.clear()


def ask(answers: object) -> dict[str, Any]:
    """Send one request and read the response."""
    response = messages.handle(json.dumps({"v": 1, "kind": "step", "answers": answers}))
    read: dict[str, Any] = json.loads(response)
    return read


def test_the_next_screen() -> None:
    """Ids only: the page has the words."""
    assert ask({"danger": ["none"], "plant": "fern"}) == {
        "v": 1,
        "kind": "ask",
        "screen": "leaves",
        "questions": ["colour", "spots"],
        "done": 3,
        "left": 4,
        "so_far": None,
        "answers": {"danger": ["none"], "plant": "fern"},
        "screens": ["danger", "plant"],
    }


def test_urgent_advice_is_told_while_the_questions_go_on() -> None:
    """So that a page can show it at once."""
    response = ask({"danger": ["unsure"]})

    assert response["kind"] == "ask"
    assert response["so_far"] == "urgent"


def test_answers_that_no_longer_apply_are_gone() -> None:
    """The response holds those that still count."""
    response = ask({"plant": "cactus", "orchid-signs": ["rot"]})

    assert response["answers"] == {"plant": "cactus"}


def test_the_result(well: dict[str, object]) -> None:
    """The assessment with its explanation."""
    response = ask({**well, "spots": ["webs"]})

    assert response["kind"] == "result"
    result = response["result"]
    assert (result["disposition"], result["label"]) == ("soon", "Act this week")
    assert result["pattern"] == "eaten"
    assert result["rules"] == [
        {
            "id": "eaten",
            "disposition": "soon",
            "because": "Something eats the leaves.",
            "sources": ["gardening"],
        }
    ]
    assert result["is_complete"]
    assert not result["by_default"]
    assert result["check_again_days"] == 7
    assert result["lowers"][0]["answers"] == [
        {
            "question": "spots",
            "way": "without",
            "options": ["webs"],
            "number": None,
            "beyond": "",
        }
    ]
    assert result["protocol"] == {"id": "plant", "version": "1.2.0"}
    assert (result["unsure"], result["unanswered"], result["open_rules"]) == ([], [], [])


def test_bad_answers_are_a_response() -> None:
    """With every problem."""
    response = ask({"plnt": "fern", "droop": 99})

    assert response["kind"] == "error"
    assert response["error"]["type"] == "AnswersError"
    assert len(response["error"]["problems"]) == 2


@pytest.mark.parametrize(
    ("request_text", "words"),
    [
        ("", "not valid JSON"),
        ("[1, 2]", "a request is a JSON object"),
        ('{"v": 2, "kind": "step"}', "page and engine are not of one version"),
        ('{"v": 1, "kind": "dance"}', "this kind of request is not known"),
        ('{"v": 1, "kind": "step", "answers": NaN}', "NaN is no number"),
        ('{"v": 1, "v": 1}', 'the key "v" stands there twice'),
        ('{"v": 1, "kind": "step"}', "expected an object of answers, found nothing"),
        ("[" * 100_000, "it has more than 1,000 opening brackets"),
    ],
)
def test_a_request_that_cannot_be_read_is_answered(request_text: str, words: str) -> None:
    """Never with silence: the page would wait."""
    response = json.loads(messages.handle(request_text))

    assert response["v"] == 1
    assert response["kind"] == "error"
    (problem,) = response["error"]["problems"]
    assert words in problem


def test_a_request_before_the_protocol_is_open() -> None:
    """Says what to do first."""
    messages._open.clear()

    response = json.loads(messages.handle('{"v": 1, "kind": "step", "answers": {}}'))
    assert response["error"]["type"] == "MessageError"
    assert "Call open_protocol first." in response["error"]["problems"][0]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "null"])
def test_a_protocol_that_cannot_be_opened(text: str) -> None:
    """The one that was open stays open."""
    with pytest.raises(ProtocolError):
        messages.open_protocol(text)

    assert ask({})["screen"] == "danger"


def test_json_is_read_strictly() -> None:
    """For files of answers too."""
    with pytest.raises(MessageError, match=r"answers\.json: this is not valid JSON"):
        messages.read_json("{'a': 1}", "answers.json")
    assert messages.read_json('{"a": [1, 2]}', "answers.json") == {"a": [1, 2]}
