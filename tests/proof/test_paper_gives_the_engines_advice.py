"""The printed self-check gives everyone the engine's advice, whatever they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from macros.paper_self_check import PaperSelfCheck, paper_self_check
from tests.print.paper_reader import evaluate_paper, fill_in
from triage_py import Disposition, assess
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import told
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import Search, boolean, both, either, is_true, negate

from .paper_encoding import PenReading
from .random_answers import any_answers
from .shipped import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER = paper_self_check(PROTOCOL)
SHEET = Sheet(PROTOCOL)
ENGINE = Reading(PROTOCOL, SHEET)
PEN = PenReading(PAPER, SHEET)
SAID = {level: boolean(f"the pen says {level.id}") for level in Disposition}
PEN_SEARCH = Search(SHEET.is_possible, *(SAID[level] == PEN.is_at(level) for level in Disposition))


def other_advice(paper: PaperSelfCheck, *levels: Disposition) -> dict[str, object] | None:
    """Answers to which a sheet gives other advice than the engine, or None: there are none.

    Args:
        paper: What is printed.
        levels: Look at these only; at all without any.
    """
    pen = PenReading(paper, SHEET)
    looked_at = levels or tuple(Disposition)
    differs = either(*(ENGINE.is_at(level) != pen.is_at(level) for level in looked_at))
    model = Search(SHEET.is_possible, differs).find()
    return None if model is None else SHEET.read(model)


@pytest.mark.parametrize("level", Disposition, ids=lambda level: level.id)
def test_paper_and_engine_agree_on_every_set_of_answers(level: Disposition) -> None:
    """Complete or not, sure or not, and whatever was said to questions that are not asked."""
    raw = other_advice(PAPER, level)

    assert raw is None, told(PROTOCOL, f"Paper and engine differ on {level.id}.", raw or {})


def test_the_sheet_always_ends_in_exactly_one_advice() -> None:
    """Nobody with a pen is left with none, or with two."""
    none = both(*(negate(PEN.is_at(level)) for level in Disposition))
    two = either(
        *(
            both(PEN.is_at(one), PEN.is_at(other))
            for one in Disposition
            for other in Disposition
            if one < other
        )
    )

    assert Search(SHEET.is_possible, either(none, two)).find() is None


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=any_answers(PROTOCOL))
def test_the_formulas_read_the_sheet_as_a_person_does(raw: dict[str, object]) -> None:
    """Against a reader that ticks boxes and follows the sheet step by step."""
    model = PEN_SEARCH.find(SHEET.is_exactly(raw))

    assert model is not None
    found = [level for level in Disposition if is_true(model, SAID[level])]
    assert found == [evaluate_paper(PAPER, fill_in(PAPER, raw))]


def test_each_missing_line_is_noticed() -> None:
    """No line is spare: a sheet without it tells somebody something else."""
    for number, line in enumerate(PAPER.lines):
        lines = (*PAPER.lines[:number], *PAPER.lines[number + 1 :])
        assert_noticed(replace(PAPER, lines=lines), f"line {line}")


def test_each_missing_mark_is_noticed() -> None:
    """At a box, and at a number; one that says what is left over anyway can be spare."""
    for what, level, paper in without_a_mark(PAPER):
        if level != PAPER.otherwise:
            assert_noticed(paper, what)


def test_each_missing_row_of_a_checklist_is_noticed() -> None:
    """A check that fits too easily."""
    for number, checklist in enumerate(PAPER.checklists):
        for place, row in enumerate(checklist.rows):
            rows = (*checklist.rows[:place], *checklist.rows[place + 1 :])
            changed = replace(checklist, rows=rows)
            checklists = (*PAPER.checklists[:number], changed, *PAPER.checklists[number + 1 :])
            assert_noticed(replace(PAPER, checklists=checklists), f"row {row}")


def test_a_question_that_everybody_is_asked_by_mistake_is_noticed() -> None:
    """The words "only if you ticked" are missing."""
    gated = [item for item in PAPER.items if item.only_if is not None]
    noticed = [
        other_advice(_with_item(PAPER, item.letter, only_if=None)) is not None for item in gated
    ]

    assert any(noticed) or not gated


def assert_noticed(paper: PaperSelfCheck, what: str) -> None:
    """The proof finds somebody, and a person with the sheet in hand finds the same."""
    raw = other_advice(paper)

    assert raw is not None, f"{what}: the sheet gives the same advice without it"
    pen = evaluate_paper(paper, fill_in(paper, raw))
    assert pen != assess(PROTOCOL, raw).disposition, told(PROTOCOL, what, raw)


def without_a_mark(paper: PaperSelfCheck) -> Iterator[tuple[str, Disposition, PaperSelfCheck]]:
    """The sheet without one mark, for each mark."""
    for item in paper.items:
        for number, box in enumerate(item.boxes):
            if box.level is not None:
                bare = replace(box, level=None)
                boxes = (*item.boxes[:number], bare, *item.boxes[number + 1 :])
                yield f"mark at {box.code}", box.level, _with_item(paper, item.letter, boxes=boxes)
        for number, mark in enumerate(item.marks):
            marks = (*item.marks[:number], *item.marks[number + 1 :])
            yield f"{mark}", mark.level, _with_item(paper, item.letter, marks=marks)


def _with_item(paper: PaperSelfCheck, letter: str, **changes: object) -> PaperSelfCheck:
    steps = tuple(
        replace(
            step,
            items=tuple(
                replace(item, **changes) if item.letter == letter else item  # type: ignore[arg-type]
                for item in step.items
            ),
        )
        for step in paper.steps
    )
    return replace(paper, steps=steps)
