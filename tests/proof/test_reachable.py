"""Nothing in the protocol is idle: everything in it can decide something for someone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from triage_py import Disposition, Pattern, Protocol, Rule
from triage_py.conditions import AtLeast, Condition, Holds, NoneOf
from triage_py.proof.answer_space import Sheet
from triage_py.proof.encoding import Reading, differs
from triage_py.proof.logic import Search, both, either, negate
from triage_py.proof.reachable import all_said, idle_options, unreachable

from .damage import with_dead_rule, with_idle_option, with_rule, without_rule
from .shipped import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage_py.proof import Counterexample

every_rule = pytest.mark.parametrize("rule", PROTOCOL.rules, ids=lambda rule: rule.id)


def places(found: Iterable[Counterexample]) -> list[str]:
    """Where in the protocol the idle things stand."""
    return [counterexample.where for counterexample in found]


def signs_read(condition: Condition) -> set[str]:
    """The named signs that a condition uses, at any depth."""
    match condition:
        case Holds(sign=sign, condition=inner):
            return {sign} | signs_read(inner)
        case AtLeast(parts=parts) | NoneOf(parts=parts):
            return set[str]().union(*map(signs_read, parts))
        case _:
            return set()


def is_needed(protocol: Protocol, rule: Rule) -> bool:
    """Whether somebody would be told something else without the rule.

    Another disposition, another pattern, or no reason at all: then the rule is the only one that
    says why the advice is more than "by default".
    """
    sheet = Sheet(protocol)
    with_it = Reading(protocol, sheet)
    without_it = Reading(without_rule(protocol, rule.id), sheet)
    told_otherwise = differs(with_it, without_it)
    if rule.disposition is not None:
        peers = [r for r in protocol.rules if r.disposition == rule.disposition and r is not rule]
        only_reason = both(
            with_it.is_at(rule.disposition),
            *(negate(with_it.rules[peer.id].true) for peer in peers),
        )
        told_otherwise = either(told_otherwise, only_reason)
    search = Search(all_said(protocol, sheet), with_it.rules[rule.id].true)
    return search.find(told_otherwise) is not None


def test_every_disposition_pattern_rule_and_question_can_be_reached() -> None:
    """By somebody who answers everything and is sure of it."""
    assert places(unreachable(PROTOCOL)) == []
    assert {rule.disposition for rule in PROTOCOL.rules} >= set(Disposition)


def test_every_named_sign_is_used() -> None:
    """By a rule, or by another sign that a rule uses."""
    named = {sign for rule in PROTOCOL.rules for sign in signs_read(rule.when)}

    assert {sign.id for sign in PROTOCOL.signs} == named


def test_what_cannot_be_reached_is_found() -> None:
    """The proof fails on a rule against itself, a pattern without a rule, and a lost level."""
    rule = PROTOCOL.rules[0]
    contradiction = AtLeast(2, (rule.when, NoneOf((rule.when,))))
    damaged = with_rule(PROTOCOL, replace(rule, when=contradiction))
    damaged = replace(
        damaged,
        patterns=(*damaged.patterns, Pattern("idle", "Idle", "Idle.", Disposition.EMERGENCY)),
    )
    urgent = [r.id for r in damaged.rules if r.disposition == Disposition.URGENT]

    assert places(unreachable(damaged)) == [f"rules.{rule.id}.when", "patterns.idle"]
    for id in urgent:
        damaged = with_dead_rule(damaged, id)
    assert "dispositions.urgent" in places(unreachable(damaged))


@every_rule
def test_no_rule_is_redundant(rule: Rule) -> None:
    """Without it, somebody would get other advice, another pattern, or no reason for it."""
    assert is_needed(PROTOCOL, rule)


@every_rule
def test_a_rule_that_stands_there_twice_is_found(rule: Rule) -> None:
    """The proof fails when another rule says the same under another id."""
    assert not is_needed(with_rule(PROTOCOL, replace(rule, id="the-same-again")), rule)


@pytest.mark.parametrize("question", PROTOCOL.questions)
def test_every_worrying_option_counts(question: str) -> None:
    """Nobody ticks a worrying option for nothing."""
    assert places(idle_options(PROTOCOL, [question])) == []


def test_an_option_that_no_rule_reads_is_found() -> None:
    """The proof fails on one more option that nothing reads."""
    question = next(q for q in PROTOCOL.questions.values() if q.kind == "choose-any")

    assert places(idle_options(with_idle_option(PROTOCOL, question), [question.id])) == [
        f"questions.{question.id}.options.idle"
    ]
