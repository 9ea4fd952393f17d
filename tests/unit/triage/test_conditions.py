"""Conditions are true, false or unknown. What nobody said is unknown, never false."""

from __future__ import annotations

import itertools

import pytest

from triage_py.conditions import (
    AtLeast,
    Bound,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Truth,
    Unsure,
    Value,
    leaves,
    questions_read,
)

YES = Chosen("said", frozenset({"yes"}))
NO = Chosen("said", frozenset({"no"}))
UNKNOWN = Chosen("not-asked", frozenset({"yes"}))
SAID: dict[str, Value] = {"said": "yes"}
OF_TRUTH: dict[Truth, Condition] = {True: YES, False: NO, None: UNKNOWN}


def ticked(*options: str) -> dict[str, Value]:
    """Answers in which these options of the only question are ticked."""
    return {"spots": frozenset(options)}


@pytest.mark.parametrize(
    ("colour", "truth"),
    [("green", True), ("yellow", True), ("brown", False), ("unsure", None), (None, None)],
)
def test_one_of_the_options_was_chosen(colour: str | None, truth: Truth) -> None:
    """ "colour is green or yellow"."""
    condition = Chosen("colour", frozenset({"green", "yellow"}))

    assert condition.evaluate({} if colour is None else {"colour": colour}) is truth


@pytest.mark.parametrize(
    ("answers", "truth"),
    [
        (ticked("holes"), True),
        (ticked("holes", "unsure"), True),
        (ticked("dust"), False),
        (ticked(), False),
        (ticked("dust", "unsure"), None),
        (ticked("unsure"), None),
        ({}, None),
    ],
)
def test_one_of_the_options_was_ticked(answers: dict[str, Value], truth: Truth) -> None:
    """ "spots includes holes or webs": what was ticked counts even beside "not sure"."""
    assert Chosen("spots", frozenset({"holes", "webs"})).evaluate(answers) is truth


@pytest.mark.parametrize(
    ("answers", "truth"),
    [
        (ticked(), True),
        (ticked("dust"), False),
        (ticked("dust", "unsure"), False),
        (ticked("unsure"), None),
        ({}, None),
    ],
)
def test_none_of_these_was_ticked(answers: dict[str, Value], truth: Truth) -> None:
    """ "spots is none"."""
    assert NoneTicked("spots").evaluate(answers) is truth


@pytest.mark.parametrize(
    ("answers", "truth"),
    [
        (ticked("unsure"), True),
        (ticked("dust", "unsure"), True),
        (ticked("dust"), False),
        ({"spots": "unsure"}, True),
        ({"spots": "dust"}, False),
        ({"spots": 3}, False),
        ({}, None),
    ],
)
def test_not_sure_was_said(answers: dict[str, Value], truth: Truth) -> None:
    """ "spots is unsure": unknown only while nobody answered."""
    assert Unsure("spots").evaluate(answers) is truth


@pytest.mark.parametrize(
    ("bound", "below", "at", "above"),
    [
        ("at least", False, True, True),
        ("more than", False, False, True),
        ("at most", True, True, False),
        ("less than", True, False, False),
    ],
)
def test_a_number_on_one_side_of_a_limit(bound: Bound, below: bool, at: bool, above: bool) -> None:
    """ "droop at least 7" and its three sisters, just below the limit, at it and just above."""
    condition = Compared("droop", bound, 7)

    assert [condition.evaluate({"droop": droop}) for droop in (6, 7, 8)] == [below, at, above]
    assert condition.evaluate({"droop": "unsure"}) is None
    assert condition.evaluate({}) is None


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("truths", list(itertools.product([True, False, None], repeat=3)))
def test_at_least_so_many(truths: tuple[Truth, ...], count: int) -> None:
    """True once enough are true, false once too few can be, else unknown: whatever the order."""
    condition = AtLeast(count, tuple(OF_TRUTH[truth] for truth in truths))

    surely, possibly = truths.count(True), 3 - truths.count(False)
    expected = True if surely >= count else (False if possibly < count else None)
    assert condition.evaluate(SAID) is expected


@pytest.mark.parametrize("truths", list(itertools.product([True, False, None], repeat=2)))
def test_none_of_them(truths: tuple[Truth, ...]) -> None:
    """False once one is true, true once all are false, else unknown."""
    condition = NoneOf(tuple(OF_TRUTH[truth] for truth in truths))

    expected = False if True in truths else (None if None in truths else True)
    assert condition.evaluate(SAID) is expected


@pytest.mark.parametrize("truth", [True, False, None])
def test_a_named_sign_is_as_true_as_what_it_names(truth: Truth) -> None:
    """ "well holds"."""
    assert Holds("well", OF_TRUTH[truth]).evaluate(SAID) is truth


def test_a_condition_lists_the_questions_it_reads() -> None:
    """Through joined conditions and named signs, in reading order."""
    inner = AtLeast(1, (Compared("droop", "at least", 7), NoneTicked("spots")))
    condition = AtLeast(2, (Holds("sign", inner), NoneOf((Unsure("colour"), YES))))

    assert [leaf.question for leaf in leaves(condition)] == ["droop", "spots", "colour", "said"]
    assert questions_read(condition) == {"droop", "spots", "colour", "said"}
