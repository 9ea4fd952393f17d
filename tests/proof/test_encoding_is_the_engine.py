"""The formulas say what the engine does, so a proof about them is a proof about it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triage_py import Disposition, Finished, assess, next_step
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import Search, boolean, is_true

from .random_answers import any_answers
from .shipped import PROTOCOL

SHEET = Sheet(PROTOCOL)
READING = Reading(PROTOCOL, SHEET)
NAMED = {
    **{f"is {level.id}": READING.is_at(level) for level in Disposition},
    **{f"told {pattern.id}": READING.told(pattern.id) for pattern in PROTOCOL.patterns},
    **{f"{rule.id} is true": READING.rules[rule.id].true for rule in PROTOCOL.rules},
    **{f"{rule.id} is false": READING.rules[rule.id].false for rule in PROTOCOL.rules},
    **{f"{rule.id} is open": READING.is_open(rule) for rule in PROTOCOL.rules},
    "is complete": READING.is_complete,
    "is finished": READING.is_finished,
}
# A name for each formula: a model then holds its value, and nothing is worked out twice.
SEARCH = Search(SHEET.is_possible, *(boolean(name) == NAMED[name] for name in NAMED))


def engine_says(raw: dict[str, object]) -> set[str]:
    """Which of the named things are true, according to the engine."""
    found = assess(PROTOCOL, raw)
    truths = {rule.id: rule.when.evaluate(found.answers) for rule in PROTOCOL.rules}
    said = {f"is {found.disposition.id}", f"told {found.pattern.id}"}
    said |= {f"{id} is {str(truth).lower()}" for id, truth in truths.items() if truth is not None}
    said |= {f"{rule.id} is open" for rule in found.undecided}
    said |= {"is complete"} if found.is_complete else set()
    return said | ({"is finished"} if isinstance(next_step(PROTOCOL, raw), Finished) else set())


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=any_answers(PROTOCOL))
def test_formulas_and_engine_agree_on_every_part_of_an_assessment(raw: dict[str, object]) -> None:
    """Disposition, pattern, each rule's truth, open rules, completeness, end of interview."""
    model = SEARCH.find(SHEET.is_exactly(raw))

    assert model is not None, "answers that the engine accepts are impossible in the formulas"
    assert {name for name in NAMED if is_true(model, boolean(name))} == engine_says(raw)


@settings(max_examples=100, deadline=None)
@given(raw=any_answers(PROTOCOL))
def test_what_is_read_from_a_model_is_what_was_answered(raw: dict[str, object]) -> None:
    """A counterexample is told as the answers that make it."""
    model = SEARCH.find(SHEET.is_exactly(raw))

    assert model is not None
    read = SHEET.read(model)
    assert assess(PROTOCOL, read) == assess(PROTOCOL, raw)
    assert read.keys() == raw.keys()


@settings(max_examples=100, deadline=None)
@given(raw=any_answers(PROTOCOL), order=st.randoms(use_true_random=False))
def test_the_order_of_answers_in_the_input_changes_nothing(raw, order) -> None:  # type: ignore[no-untyped-def]
    """The engine sorts answers into the order of the questionnaire before it looks at them."""
    shuffled = list(raw.items())
    order.shuffle(shuffled)

    assert assess(PROTOCOL, dict(shuffled)) == assess(PROTOCOL, raw)
    assert next_step(PROTOCOL, dict(shuffled)) == next_step(PROTOCOL, raw)
