"""The formulas say what the engine does, so a proof about them is a proof about it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triage_py import Disposition, Finished, Protocol, assess, next_step
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import Formula, Search, boolean, is_true

from .random_answers import any_answers
from .random_protocols import CASES, PLANT, any_protocol
from .shipped import PROTOCOL


class Compared:
    """One protocol with a name for each formula: a model then holds its value once and for all."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.sheet = Sheet(protocol)
        reading = Reading(protocol, self.sheet)
        named: dict[str, Formula] = {
            **{f"is {level.id}": reading.is_at(level) for level in Disposition},
            **{f"told {pattern.id}": reading.told(pattern.id) for pattern in protocol.patterns},
            **{f"{rule.id} is true": reading.rules[rule.id].true for rule in protocol.rules},
            **{f"{rule.id} is false": reading.rules[rule.id].false for rule in protocol.rules},
            **{f"{rule.id} is open": reading.is_open(rule) for rule in protocol.rules},
            "is complete": reading.is_complete,
            "is finished": reading.is_finished,
        }
        self.names = tuple(named)
        self.search = Search(
            self.sheet.is_possible, *(boolean(name) == named[name] for name in named)
        )

    def formulas_say(self, raw: dict[str, object]) -> set[str]:
        """Which of the named things are true, according to the formulas."""
        model = self.search.find(self.sheet.is_exactly(raw))
        assert model is not None, "answers that the engine accepts are impossible in the formulas"
        return {name for name in self.names if is_true(model, boolean(name))}

    def engine_says(self, raw: dict[str, object]) -> set[str]:
        """The same, according to the engine."""
        found = assess(self.protocol, raw)
        truths = {rule.id: rule.when.evaluate(found.answers) for rule in self.protocol.rules}
        said = {f"is {found.disposition.id}", f"told {found.pattern.id}"}
        said |= {
            f"{id} is {str(truth).lower()}" for id, truth in truths.items() if truth is not None
        }
        said |= {f"{rule.id} is open" for rule in found.undecided}
        said |= {"is complete"} if found.is_complete else set()
        is_finished = isinstance(next_step(self.protocol, raw), Finished)
        return said | ({"is finished"} if is_finished else set())


SHIPPED = Compared(PROTOCOL)


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=any_answers(PROTOCOL))
def test_formulas_and_engine_agree_on_every_part_of_an_assessment(raw: dict[str, object]) -> None:
    """Disposition, pattern, each rule's truth, open rules, completeness, end of interview."""
    assert SHIPPED.formulas_say(raw) == SHIPPED.engine_says(raw)


@settings(max_examples=4 * CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(protocol=any_protocol(), raws=st.lists(any_answers(PLANT), min_size=6, max_size=10))
def test_they_agree_on_any_protocol(protocol: Protocol, raws: list[dict[str, object]]) -> None:
    """So a proof of whatever protocol is one about the engine."""
    compared = Compared(protocol)
    for raw in raws:
        assert compared.formulas_say(raw) == compared.engine_says(raw)


@settings(max_examples=100, deadline=None)
@given(raw=any_answers(PROTOCOL))
def test_what_is_read_from_a_model_is_what_was_answered(raw: dict[str, object]) -> None:
    """A counterexample is told as the answers that make it."""
    model = SHIPPED.search.find(SHIPPED.sheet.is_exactly(raw))

    assert model is not None
    read = SHIPPED.sheet.read(model)
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
