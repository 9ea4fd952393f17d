"""What is promised of any protocol holds for the examples, the start of a new topic, another shape."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from generator.new_topic import Wishes, write_topic
from macros.paper_self_check import paper_self_check
from macros.topic import PROTOCOL
from tests.print.paper_reader import evaluate_paper, fill_in
from tests.topics import EXAMPLES, TOPICS
from triage_py import Disposition, assess, load_protocol
from triage_py.proof import PROMISES, Promise
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import Search, either

from .paper_encoding import PenReading
from .random_answers import any_answers

if TYPE_CHECKING:
    from triage_py import Protocol

NEW = "new topic"
SHAPE = "another shape"
ANOTHER_SHAPE = Path(__file__).with_name("another_shape.toml")


@pytest.fixture(scope="module")
def new_topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("topics") / "new"
    write_topic(folder, Wishes(name="A new topic"), asks=False, today=date(2026, 1, 31))
    return folder


@pytest.fixture(params=[*EXAMPLES, NEW, SHAPE])
def protocol(request: pytest.FixtureRequest, new_topic: Path) -> Protocol:
    if request.param == SHAPE:
        return _read(ANOTHER_SHAPE)
    topic = new_topic if request.param == NEW else TOPICS[request.param]
    return _read(topic / "content" / PROTOCOL)


@cache
def _read(file: Path) -> Protocol:
    return load_protocol(file)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_every_promise_is_proved(protocol: Protocol, promise: Promise) -> None:
    assert [str(found) for found in promise.find(protocol)] == []


def test_paper_and_engine_agree_on_every_set_of_answers(protocol: Protocol) -> None:
    sheet = Sheet(protocol)
    engine, pen = Reading(protocol, sheet), PenReading(paper_self_check(protocol), sheet)
    differs = either(*(engine.is_at(level) != pen.is_at(level) for level in Disposition))

    model = Search(sheet.is_possible, differs).find()

    assert model is None, sheet.read(model)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=any_answers(_read(ANOTHER_SHAPE)))
def test_a_person_with_a_pen_gets_the_engines_advice_on_another_shape(
    raw: dict[str, object],
) -> None:
    """Read step by step from the sheet, numbers that somebody is not sure of included."""
    protocol = _read(ANOTHER_SHAPE)
    paper = paper_self_check(protocol)

    assert evaluate_paper(paper, fill_in(paper, raw)) == assess(protocol, raw).disposition
