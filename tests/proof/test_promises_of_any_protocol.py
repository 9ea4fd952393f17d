"""Whatever the protocol, a counterexample is one in the engine, and a proof is not refuted by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from triage_py import Disposition, Finished, assess, next_step
from triage_py.answers import read_answers
from triage_py.assessment import applicable
from triage_py.conditions import questions_read
from triage_py.proof.emergency import emergency_that_goes_on, ticked_but_not_ended
from triage_py.proof.endings import ended_too_early, left_undecided, without_one_disposition
from triage_py.proof.hidden_questions import raised_if_it_had_been_asked
from triage_py.proof.reachable import unreachable
from triage_py.proof.self_care import unearned_self_care
from triage_py.proof.stopping import changed_after_the_end, taken_back
from triage_py.proof.unsure_answers import lowered_by_unsure
from triage_py.proof.worrying_answers import lowered

from .random_answers import any_answers
from .random_protocols import CASES, PLANT, any_protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py import Assessment, Protocol
    from triage_py.proof import Counterexample

on_any_protocol = settings(
    max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck)
)
answers = any_answers(PLANT)


def advice(protocol: Protocol, found: Counterexample) -> list[Assessment]:
    """What the engine tells the people of a counterexample, as simple as it can be."""
    return [assess(protocol, raw) for raw in found.simplest().people]


def is_finished(protocol: Protocol, raw: Mapping[str, object]) -> bool:
    return isinstance(next_step(protocol, raw), Finished)


@on_any_protocol
@given(protocol=any_protocol())
def test_a_worse_answer_that_lowers_the_advice_does_so_in_the_engine(protocol: Protocol) -> None:
    for question in protocol.questions.values():
        found = lowered(protocol, question)
        if found is not None:
            calm, worried = advice(protocol, found)
            first, second = found.simplest().people
            assert worried.disposition < calm.disposition
            assert {id for id in {*first, *second} if first.get(id) != second.get(id)} == {
                question.id
            }


@on_any_protocol
@given(protocol=any_protocol())
def test_not_sure_that_is_safer_than_no_is_so_in_the_engine(protocol: Protocol) -> None:
    for question in protocol.questions.values():
        found = lowered_by_unsure(protocol, question) if question.unsure_text else None
        if found is not None:
            sure, unsure = advice(protocol, found)
            assert unsure.disposition < sure.disposition
            said = found.simplest().people[1][question.id]
            assert "unsure" in (said if isinstance(said, list) else [said])


@on_any_protocol
@given(protocol=any_protocol())
def test_a_warning_that_is_taken_back_is_so_in_the_engine(protocol: Protocol) -> None:
    found = taken_back(protocol)
    if found is not None:
        early, late = advice(protocol, found)
        first, second = found.simplest().people
        assert late.disposition < early.disposition
        assert first.items() <= second.items()


@on_any_protocol
@given(protocol=any_protocol())
def test_advice_that_changes_after_the_end_does_so_in_the_engine(protocol: Protocol) -> None:
    found = changed_after_the_end(protocol)
    if found is not None:
        early, late = advice(protocol, found)
        assert is_finished(protocol, found.simplest().people[0])
        assert late.disposition != early.disposition


@on_any_protocol
@given(protocol=any_protocol())
def test_what_else_is_found_is_so_in_the_engine(protocol: Protocol) -> None:
    assert without_one_disposition(protocol) is None, "the engine always gives one"
    if found := unearned_self_care(protocol):
        (told,) = advice(protocol, found)
        assert told.disposition == Disposition.SELF_CARE
        assert not told.reasons or told.undecided
    if found := emergency_that_goes_on(protocol):
        assert not is_finished(protocol, found.simplest().people[0])
    if found := ended_too_early(protocol):
        (told,) = advice(protocol, found)
        assert is_finished(protocol, found.simplest().people[0])
        assert not told.is_complete
    for sign in protocol.screens[0].questions[0].options:
        if found := ticked_but_not_ended(protocol, protocol.screens[0].questions[0], sign):
            (told,) = advice(protocol, found)
            is_missed = told.disposition != Disposition.EMERGENCY
            assert is_missed or not is_finished(protocol, found.simplest().people[0])


@on_any_protocol
@given(protocol=any_protocol())
def test_a_rule_that_stays_open_or_hidden_does_so_in_the_engine(protocol: Protocol) -> None:
    for found in left_undecided(protocol):
        (told,) = advice(protocol, found)
        rule = protocol.rule(found.where.split(".")[1])
        assert told.is_complete
        assert rule.when.evaluate(told.answers) is None
    for question in protocol.questions.values():
        for found in raised_if_it_had_been_asked(protocol, question):
            (raw,) = found.simplest().people
            rule = protocol.rule(found.where.split(".")[1])
            said = read_answers(protocol, raw)
            assert question.ask_when is not None
            assert question.ask_when.evaluate(said) is False
            assert question.id in questions_read(rule.when)
            assert rule.when.evaluate(said) is not False


@on_any_protocol
@given(protocol=any_protocol(), raws=st.lists(answers, min_size=4, max_size=12))
def test_what_is_proved_is_not_refuted_by_trying(
    protocol: Protocol, raws: list[dict[str, object]]
) -> None:
    """Random people, where the solver says that there is nobody."""
    idle = {found.where for found in unreachable(protocol)}
    keeps_warnings = taken_back(protocol) is None
    earns_self_care = unearned_self_care(protocol) is None
    for raw in raws:
        told = assess(protocol, raw)
        is_clear = told.is_complete and not any(
            "unsure" in (value if isinstance(value, list) else [value]) for value in raw.values()
        )
        for rule in protocol.rules:
            if is_clear and rule.when.evaluate(applicable(protocol, told.answers)):
                assert f"rules.{rule.id}.when" not in idle
        if earns_self_care and told.disposition == Disposition.SELF_CARE:
            assert told.reasons
            assert not told.undecided
        if keeps_warnings and told.reasons and told.disposition > Disposition.SELF_CARE:
            for id in raw:
                fewer = {key: value for key, value in raw.items() if key != id}
                before = assess(protocol, fewer)
                if before.reasons and before.disposition > Disposition.SELF_CARE:
                    assert before.disposition <= told.disposition
