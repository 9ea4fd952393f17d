"""What is promised of any protocol holds for the examples, and for the start of a new topic."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator.new_topic import Wishes, write_topic
from macros.paper_self_check import paper_self_check
from macros.topic import PROTOCOL
from tests.topics import EXAMPLES, TOPICS
from triage_py import Disposition, load_protocol
from triage_py.proof import PROMISES, Promise
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import Search, either

from .paper_encoding import PenReading

if TYPE_CHECKING:
    from pathlib import Path

    from triage_py import Protocol

NEW = "new topic"


@pytest.fixture(scope="module")
def new_topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("topics") / "new"
    write_topic(folder, Wishes(name="A new topic"), asks=False, today=date(2026, 1, 31))
    return folder


@pytest.fixture(params=[*EXAMPLES, NEW])
def protocol(request: pytest.FixtureRequest, new_topic: Path) -> Protocol:
    return _read(new_topic if request.param == NEW else TOPICS[request.param])


@cache
def _read(topic: Path) -> Protocol:
    return load_protocol(topic / "content" / PROTOCOL)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_every_promise_is_proved(protocol: Protocol, promise: Promise) -> None:
    assert [str(found) for found in promise.find(protocol)] == []


def test_paper_and_engine_agree_on_every_set_of_answers(protocol: Protocol) -> None:
    sheet = Sheet(protocol)
    engine, pen = Reading(protocol, sheet), PenReading(paper_self_check(protocol), sheet)
    differs = either(*(engine.is_at(level) != pen.is_at(level) for level in Disposition))

    model = Search(sheet.is_possible, differs).find()

    assert model is None, sheet.read(model)
