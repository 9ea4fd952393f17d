"""The message with which a page asks for the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from triage_py import messages, parse_protocol

PLANT = Path(__file__).parents[1] / "triage" / "plant.toml"
REQUEST: dict[str, Any] = {
    "v": 1,
    "kind": "fhir",
    "answers": {"danger": ["fire"]},
    "authored": "2026-01-31T09:30:00+01:00",
    "names": {"questionnaire": "urn:uuid:one", "codes": "urn:uuid:two"},
    "fill": {"emergency_number": "112"},
}


@pytest.fixture(autouse=True)
def _open_protocol(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_open", [])
    messages.open_protocol(
        json.dumps(parse_protocol(PLANT.read_text(encoding="utf-8")), default=str)
    )


def test_the_response_under_the_pages_names() -> None:
    """With the page's time, valid, and with the engine's result."""
    answer = _asked(REQUEST)
    resource = answer["resource"]

    QuestionnaireResponse.model_validate(resource)
    assert answer["kind"] == "fhir"
    assert resource["questionnaire"] == "urn:uuid:one|1.2.0"
    assert resource["authored"] == REQUEST["authored"]
    assert "urn:uuid:two" in str(resource)
    assert "form.disposition.emergency" in str(resource)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answers": {"danger": ["none"]}}, "not finished"),
        ({"answers": {"danger": ["water"]}}, "no option"),
        ({"authored": 2026}, "authored is no text"),
        ({"authored": "today"}, "is no date"),
        ({"names": {}}, "no absolute address"),
        ({"names": ["a"]}, "names is no object of texts"),
        ({"fill": {"helpline": 111}}, "fill is no object of texts"),
        ({"kind": "pdf"}, "not known"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], said: str) -> None:
    """Every failure is a response, so that a page never waits in vain."""
    answer = _asked({**REQUEST, **change})

    assert answer["kind"] == "error"
    assert said in answer["error"]["problems"][0]


def _asked(request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(messages.handle(json.dumps(request)))
    return answer
