"""The sheet, followed with a pen, gives the disposition of the engine."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.paper_self_check import paper_self_check
from macros.paper_self_check.combinations import Answered, Denied, alternatives
from tests.print.paper_reader import evaluate_paper, fill_in
from triage_py import Disposition, assess, load_protocol, read_protocol
from triage_py.conditions import NONE, UNSURE, Compared, leaves

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.paper_self_check.combinations import Alternative
    from triage_py import Assessment, Protocol, Question

ROOT = Path(__file__).parents[2]
PROTOCOL = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
PAPER = paper_self_check(PROTOCOL)


TRIED: dict[str, Assessment] = {}
"""What the engine says to all that was answered so far: many ways lead to the same answers."""


def assert_same(answers: Mapping[str, object]) -> Assessment:
    """Pen and engine give the same advice; gives what the engine says."""
    as_words = repr(sorted(answers.items()))
    if as_words not in TRIED:
        engine = TRIED[as_words] = assess(PROTOCOL, answers)
        pen = evaluate_paper(PAPER, fill_in(PAPER, answers))
        assert pen == engine.disposition, (
            f"paper says {pen.id}, the engine {engine.disposition.id}, to {answers}"
        )
    return TRIED[as_words]


def any_answers(protocol: Protocol, rng: random.Random, *, calm: bool) -> dict[str, object]:
    """Answers as a program could give them; calm ones lean to what leads to self-care."""
    answers: dict[str, object] = {}
    for question in protocol.questions.values():
        if rng.random() < (0.02 if calm else 0.15):
            continue
        choices = [option.id for option in question.choices]
        if question.is_numeric:
            points = protocol.turning_points(question.id)
            answers[question.id] = rng.choice(points[: 6 if calm else None])
        elif question.kind == "choose-one":
            answers[question.id] = rng.choice(choices[: 2 if calm and rng.random() < 0.8 else None])
        elif calm and rng.random() < 0.85:
            answers[question.id] = [NONE]
        else:
            real = [choice for choice in choices if choice != NONE]
            some = rng.sample(real, rng.choice((1, 1, 2, 3)) if len(real) > 3 else 1)
            answers[question.id] = some
    return answers


@pytest.mark.parametrize("seed", range(5))
def test_many_sets_of_answers(seed: int) -> None:
    rng = random.Random(seed)
    found = {
        assert_same(any_answers(PROTOCOL, rng, calm=number % 4 != 0)).disposition
        for number in range(2_000)
    }
    assert len(found) >= 3


def test_every_pair_of_answers_around_calm_ones() -> None:
    """From answers that earn self-care, change any two questions in every way."""
    rng = random.Random(1)
    calm = next(
        answers
        for answers in (any_answers(PROTOCOL, rng, calm=True) for _ in range(200_000))
        if assess(PROTOCOL, answers).disposition == Disposition.SELF_CARE
    )
    ways = {question.id: ways_to_answer(question) for question in PROTOCOL.questions.values()}
    ids = list(ways)
    for first, second in ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]):
        for one, other in product(ways[first], ways[second]):
            changed = dict(calm)
            for id, way in ((first, one), (second, other)):
                changed.pop(id, None)
                if way is not None:
                    changed[id] = way
            assert_same(changed)


def calm_answers(protocol: Protocol) -> list[dict[str, object]]:
    """A few complete sets of answers that earn self-care."""
    rng = random.Random(2)
    found: list[dict[str, object]] = []
    while len(found) < 2:
        answers = any_answers(protocol, rng, calm=True)
        if len(answers) < len(protocol.questions) - 2:
            continue
        if assess(protocol, answers).disposition == Disposition.SELF_CARE:
            found.append(answers)
    return found


def test_each_way_to_meet_each_rule() -> None:
    """On top of calm answers, just what makes one alternative of one rule hold; then less of it."""
    calm = calm_answers(PROTOCOL)
    reached = set()
    for rule in PROTOCOL.rules:
        for facts in alternatives(rule.when):
            for base in calm:
                for meant in meetings(facts):
                    answers = {**base, **meant}
                    if rule in assert_same(answers).fired:
                        reached.add(rule.id)
                    for id in meant:
                        without = {key: value for key, value in answers.items() if key != id}
                        assert_same(without)
                        if PROTOCOL.questions[id].unsure_text:
                            assert_same({**without, id: UNSURE})
    denying = {rule.id for rule in PROTOCOL.rules if any(
        isinstance(fact, Denied) for facts in alternatives(rule.when) for fact in facts)}  # fmt: skip
    urgent = {rule.id for rule in PROTOCOL.rules if rule.disposition}
    assert urgent - denying <= reached


def meetings(facts: Alternative) -> list[dict[str, object]]:
    """Answers that make facts hold; a denied sign is met by many answers, each tried by itself."""
    met: dict[str, object] = {}
    ticked: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Answered):
            question = PROTOCOL.questions[fact.question]
            if question.kind == "choose-one":
                met[fact.question] = fact.option
            else:
                ticked[fact.question].append(fact.option)
                met[fact.question] = ticked[fact.question]
        elif isinstance(fact, Compared):
            points = PROTOCOL.turning_points(fact.question)
            met[fact.question] = next(n for n in points if fact.evaluate({fact.question: n}))
    denied = [fact.condition for fact in facts if isinstance(fact, Denied)]
    questions = sorted({leaf.question for part in denied for leaf in leaves(part)} - met.keys())
    return [
        met,
        *(
            {**met, question: way}
            for question in questions
            for way in ways_to_answer(PROTOCOL.questions[question])
            if way is not None
        ),
    ]


def ways_to_answer(question: Question) -> list[object]:
    if question.is_numeric:
        return [None, *PROTOCOL.turning_points(question.id)]
    choices = [option.id for option in question.choices]
    if question.kind == "choose-one":
        return [None, *choices]
    with_unsure = [[c, UNSURE] for c in choices[:-1] if c != NONE] if question.unsure_text else []
    return [None, *([choice] for choice in choices), *with_unsure]


def test_a_sheet_needs_no_more_letters_than_there_are(small_protocol_text: str) -> None:
    protocol = read_protocol(small_protocol_text)
    paper = paper_self_check(protocol)
    assert [item.letter for item in paper.items] == ["A", "B", "C"][: len(protocol.questions)]
