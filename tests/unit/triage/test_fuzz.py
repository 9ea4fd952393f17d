"""Whatever comes in, only the documented errors come out. About 2,000 cases."""

from __future__ import annotations

import contextlib
import copy
import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triage_py import (
    AnswersError,
    Ask,
    Finished,
    ProtocolError,
    assess,
    build_protocol,
    explain,
    load_protocol,
    messages,
    next_step,
    parse_protocol,
    read_answers,
    read_protocol,
    write_answers,
)

from .conftest import PLANT

if TYPE_CHECKING:
    from triage_py import Protocol, TriageError

TEXT = PLANT.read_text(encoding="utf-8")
PARSED = parse_protocol(TEXT)
PROTOCOL: Protocol = load_protocol(PLANT)
WORDS = sorted(
    {option.id for question in PROTOCOL.questions.values() for option in question.choices}
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from([*WORDS, *PROTOCOL.questions, "", "disposition", "self_care", "{"]),
)
any_json = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.text(max_size=8), st.sampled_from(WORDS)), inner, max_size=4),
    ),
    max_leaves=12,
)
nearly_answers = st.dictionaries(
    st.one_of(st.sampled_from(list(PROTOCOL.questions)), st.text(max_size=6)),
    st.one_of(any_json, st.sampled_from(WORDS), st.lists(st.sampled_from(WORDS), max_size=3)),
    max_size=8,
)

CASES = int(os.environ.get("FUZZ_CASES", "2000"))
"""Random cases in all; `make test-long` asks for more."""

many = settings(max_examples=CASES // 4, deadline=None, suppress_health_check=list(HealthCheck))


def check_told(error: TriageError) -> None:
    """A refusal tells of at least one problem, each in one line."""
    assert error.problems
    assert all(line.isprintable() for line in error.lines())


@many
@given(raw=st.one_of(any_json, nearly_answers))
def test_any_json_as_answers(raw: Any) -> None:
    """It is read, or refused with an `AnswersError`; what was read can be used everywhere."""
    try:
        answers = read_answers(PROTOCOL, raw)
    except AnswersError as error:
        check_told(error)
        return
    found = assess(PROTOCOL, answers)
    explain(PROTOCOL, found)
    assert isinstance(next_step(PROTOCOL, answers), Ask | Finished)
    assert read_answers(PROTOCOL, write_answers(PROTOCOL, answers)) == answers


@many
@given(
    raw=st.one_of(any_json, nearly_answers.map(lambda a: {"v": 1, "kind": "step", "answers": a}))
)
def test_any_json_as_a_request(raw: Any) -> None:
    """The engine always answers with an ask, a result or an error."""
    messages.open_protocol(json.dumps(PARSED, default=str))
    try:
        response = json.loads(messages.handle(json.dumps(raw)))
    finally:
        messages._open.clear()

    assert response["v"] == messages.VERSION
    assert response["kind"] in ("ask", "result", "error")


def test_a_compiled_protocol_without_bottom() -> None:
    """Refused like any other text that is no protocol."""
    with pytest.raises(ProtocolError):
        messages.open_protocol("[" * 100_000)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """The plant's protocol with one to three values or keys replaced, removed or added."""
    protocol = copy.deepcopy(PARSED)
    for _ in range(draw(st.integers(1, 3))):
        place: Any = protocol
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = place[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 4)):
                place = inner
                continue
            match draw(st.sampled_from(["replace", "remove", "add"])):
                case "replace":
                    place[key] = draw(any_json)
                case "remove":
                    del place[key]
                case "add" if isinstance(place, dict):
                    place[draw(st.text(max_size=6))] = draw(any_json)
                case _:
                    place.append(draw(any_json))
            break
    return protocol


@many
@given(raw=st.one_of(damaged(), st.dictionaries(st.sampled_from([*PARSED]), any_json)))
def test_any_damage_to_a_protocol(raw: dict[str, Any]) -> None:
    """It is refused with a `ProtocolError` that tells of problems, or the protocol can be used."""
    try:
        protocol = build_protocol(raw, "plant.json")
    except ProtocolError as error:
        check_told(error)
        return
    found = assess(protocol, {})
    explain(protocol, found)
    assert isinstance(next_step(protocol, {}), Ask | Finished)


@many
@given(data=st.data())
def test_any_damage_to_the_text_of_a_protocol(data: st.DataObject) -> None:
    """Cut, doubled or overwritten anywhere: refused with a `ProtocolError`, or usable."""
    start = data.draw(st.integers(0, len(TEXT)))
    end = data.draw(st.integers(start, min(len(TEXT), start + 60)))
    middle = data.draw(
        st.one_of(st.text(max_size=8), st.sampled_from([TEXT[start:end] * 2, "[", '"']))
    )
    with contextlib.suppress(ProtocolError):
        assess(read_protocol(TEXT[:start] + middle + TEXT[end:]), {})
