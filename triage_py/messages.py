"""The JSON requests and responses between a page and the engine.

A page opens the protocol once, then sends `{"v": 1, "kind": "step", "answers": {…}}` and gets

    {"v": 1, "kind": "ask", "screen": "where", "questions": ["place", "sides"],
     "done": 5, "left": 4, "so_far": "soon", "answers": {…}}
    {"v": 1, "kind": "result", "result": {…}, "answers": {…}}
    {"v": 1, "kind": "error", "error": {"type": "AnswersError", "problems": ["…"]}}

`answers` are the ones that still apply. The page has all words in its HTML, so ids are enough.

After a result it can ask for a file that a clinic's computer reads. The page tells the time and
whom to call, since the engine knows neither:

    {"v": 1, "kind": "fhir", "answers": {…}, "authored": "2026-01-31T09:30:00+01:00",
     "names": {"questionnaire": "urn:uuid:…", "codes": "urn:uuid:…"}, "fill": {"helpline": "…"}}
    {"v": 1, "kind": "fhir", "resource": {"resourceType": "QuestionnaireResponse", …}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from triage_py.answers import Answers, read_answers, write_answers
from triage_py.assessment import Assessment
from triage_py.dispositions import Disposition
from triage_py.errors import MessageError, Problem, ProtocolError, TriageError
from triage_py.explanation import Change, explain
from triage_py.interview import Ask, next_step, screens_shown
from triage_py.protocol.reading import build_protocol

if TYPE_CHECKING:
    from triage_py.protocol.rules import Protocol

VERSION = 1
MOST_BRACKETS = 1_000
"""Opening brackets in a request. Deep nesting would crash the Python in a browser for good."""

_open: list[Protocol] = []


def open_protocol(text: str) -> None:
    """Open the protocol that later requests are about.

    Args:
        text: The compiled protocol: the parsed TOML as JSON, dates as ISO texts.

    Raises:
        ProtocolError: It is not JSON, or it holds mistakes.
    """
    file = "compiled protocol"
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        what = f"this is not valid JSON: {error}."
        raise ProtocolError([Problem("", what, "Build the site again.")], file) from error
    _open[:] = [build_protocol(raw, file)]


def handle(text: str) -> str:
    """Answer one request. Every failure is a response too, so that a page never waits in vain.

    Args:
        text: The request as JSON.

    Returns:
        The response as JSON: `ask`, `result` or `error`.
    """
    try:
        return json.dumps({"v": VERSION, **_response(text)})
    except TriageError as error:
        told = {"type": type(error).__name__, "problems": error.lines()}
        return json.dumps({"v": VERSION, "kind": "error", "error": told})


def read_json(text: str, file: str) -> object:
    """Parse JSON strictly: no key twice, no NaN, no bottomless nesting.

    Raises:
        MessageError: It is not such JSON.
    """
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        what = f"it has more than {MOST_BRACKETS:,} opening brackets."
        raise MessageError([Problem("", what, "Send one JSON object.")], file)
    try:
        return json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        what = f"this is not valid JSON: {str(error) or 'it is nested too deep'}."
        raise MessageError([Problem("", what, "Send one JSON object.")], file) from error


def describe_result(protocol: Protocol, assessment: Assessment) -> dict[str, Any]:
    """The assessment as JSON has it, with its explanation."""
    explanation = explain(protocol, assessment)
    return {
        "disposition": assessment.disposition.id,
        "label": protocol.words[assessment.disposition].label,
        "pattern": assessment.pattern.id,
        "is_complete": assessment.is_complete,
        "rules": [
            {
                "id": rule.id,
                "disposition": rule.disposition.id if rule.disposition is not None else None,
                "because": rule.because,
                "sources": list(rule.sources),
            }
            for rule in assessment.fired
        ],
        "by_default": not assessment.reasons,
        "because": [text for text, _ in explanation.because],
        "raises": [_change(change) for change in explanation.raises],
        "lowers": [_change(change) for change in explanation.lowers],
        "unsure": [question.id for question in explanation.unsure],
        "unanswered": [question.id for question in explanation.unanswered],
        "open_rules": [rule.id for rule in explanation.could_still_raise],
        "check_again_days": protocol.words[assessment.disposition].check_again_days,
        "protocol": {"id": protocol.id, "version": protocol.version},
    }


def _response(text: str) -> dict[str, Any]:
    if not _open:
        raise _refused("no protocol is open.", "Call open_protocol first.")
    protocol = _open[0]
    request = read_json(text, "request")
    if not isinstance(request, Mapping):
        raise _refused("a request is a JSON object.", 'Send {"v": 1, "kind": "step", …}.')
    if request.get("v") != VERSION:
        raise _refused("page and engine are not of one version.", "Load the page again.")
    kind = request.get("kind")
    if kind not in ("step", "fhir"):
        raise _refused("this kind of request is not known.", 'Send "kind": "step" or "fhir".')
    answers = read_answers(protocol, request.get("answers"))
    if kind == "fhir":
        return {"kind": "fhir", "resource": _fhir(protocol, answers, request)}
    step = next_step(protocol, answers)
    if isinstance(step, Ask):
        warned = bool(step.so_far.reasons) and step.so_far.disposition >= Disposition.URGENT
        return {
            "kind": "ask",
            "screen": step.screen.id,
            "questions": [question.id for question in step.questions],
            "done": step.screens_done,
            "left": step.screens_left,
            "so_far": step.so_far.disposition.id if warned else None,
            **_kept(protocol, step.so_far.answers),
        }
    result = describe_result(protocol, step.assessment)
    return {"kind": "result", "result": result, **_kept(protocol, step.assessment.answers)}


def _fhir(protocol: Protocol, answers: Answers, request: Mapping[str, Any]) -> dict[str, Any]:
    from triage_py.export.fhir.items import FhirForm  # few readers save it: not read at start
    from triage_py.export.fhir.names import FhirNames
    from triage_py.export.fhir.response import fhir_response

    names, fill = _texts(request, "names"), _texts(request, "fill")
    known = FhirNames(names.get("questionnaire", ""), names.get("codes", ""))
    authored = request.get("authored", "")
    if not isinstance(authored, str):
        raise _refused("authored is no text.", "Load the page again.")
    return fhir_response(FhirForm(protocol, known, fill), answers, authored=authored)


def _texts(request: Mapping[str, Any], key: str) -> dict[str, str]:
    """An object of texts in a request; empty where the key is not there."""
    found = request.get(key, {})
    if isinstance(found, dict) and all(isinstance(text, str) for text in found.values()):
        return found
    raise _refused(f"{key} is no object of texts.", "Load the page again.")


def _kept(protocol: Protocol, answers: Answers) -> dict[str, Any]:
    return {
        "answers": write_answers(protocol, answers),
        "screens": list(screens_shown(protocol, answers)),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "answers": [
            {
                "question": other.question.id,
                "way": other.way,
                "options": list(other.options),
                "number": other.value if other.way == "number" else None,
                "beyond": other.beyond,
            }
            for other in change.answers
        ],
        "disposition": change.disposition.id,
    }


def _refused(what: str, remedy: str) -> MessageError:
    return MessageError([Problem("", what, remedy)], "request")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        msg = f'the key "{twice[:60]}" stands there twice'
        raise ValueError(msg)
    return found


def _no_constant(name: str) -> float:
    msg = f"{name} is no number"
    raise ValueError(msg)
