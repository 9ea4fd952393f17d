"""Hold whole interviews with a built engine, through its messages alone.

Runs inside Pyodide, in the engine as it is published.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from triage_py import build_protocol, messages

if TYPE_CHECKING:
    from triage_py import Protocol, Question

_NOT_REQUESTS = ("", "[]", "{}", '{"v": 0}', '{"v": 1, "kind": "é"}', '{"v": 1, "kind": "step"}')

_FOR_A_CLINIC = {
    "kind": "fhir",
    "authored": "2026-01-31T09:30:00+01:00",
    "names": {"questionnaire": "urn:example:form", "codes": "urn:example:codes"},
}


def walk(compiled_protocol: str) -> str:
    """Open a protocol, hold an interview with each end of every question, and send nonsense.

    Args:
        compiled_protocol: The protocol as JSON.

    Returns:
        The dispositions that the interviews came to, as JSON.

    Raises:
        ProtocolError: The protocol holds mistakes.
        AssertionError: An answer was not of the kind that it must be.
    """
    messages.open_protocol(compiled_protocol)
    protocol = build_protocol(json.loads(compiled_protocol), "compiled protocol")
    for request in _NOT_REQUESTS:
        _expect("error", json.loads(messages.handle(request)))
    return json.dumps([_interview(protocol, end) for end in (0, -1)])


def _interview(protocol: Protocol, end: int) -> str:
    """Give the first or the last possible answer to every question, and name the disposition.

    The finished interview is also asked for as a clinic's computer reads it.
    """
    answers: dict[str, object] = {}
    for _ in range(len(protocol.screens) + 1):
        request = {"v": messages.VERSION, "kind": "step", "answers": answers}
        response = json.loads(messages.handle(json.dumps(request)))
        if response["kind"] == "result":
            _expect("fhir", json.loads(messages.handle(json.dumps(request | _FOR_A_CLINIC))))
            return str(response["result"]["disposition"])
        _expect("ask", response)
        answers |= {id: _answer(protocol.questions[id], end) for id in response["questions"]}
    raise AssertionError("The interview did not come to an end.")


def _answer(question: Question, end: int) -> object:
    if question.is_numeric:
        return (question.minimum, question.maximum)[end]
    return question.choices[end].id


def _expect(kind: str, response: dict[str, Any]) -> None:
    if response["kind"] != kind:
        raise AssertionError(f"Expected the answer {kind!r}, got {response!r:.300}.")
