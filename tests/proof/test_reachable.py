"""Nothing in the protocol is idle: everything in it can decide something for someone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from triage_py import Disposition, Option, Pattern, Protocol, Question, Rule
from triage_py.conditions import AtLeast, Condition, Holds, NoneOf

from .answer_space import Sheet, ticks
from .damage import with_idle_option, with_rule, without_rule
from .encoding import Reading, differs
from .logic import Formula, Search, both, either, negate
from .shipped import PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterable

every_rule = pytest.mark.parametrize("rule", PROTOCOL.rules, ids=lambda rule: rule.id)


def signs_read(condition: Condition) -> set[str]:
    """The named signs that a condition uses, at any depth."""
    match condition:
        case Holds(sign=sign, condition=inner):
            return {sign} | signs_read(inner)
        case AtLeast(parts=parts) | NoneOf(parts=parts):
            return set[str]().union(*map(signs_read, parts))
        case _:
            return set()


def all_said(protocol: Protocol, sheet: Sheet) -> Formula:
    """Every question that applies was answered, with no "not sure" where no rule is about it."""
    spoken_for = {rule.for_unsure for rule in protocol.rules}
    return both(
        sheet.is_possible,
        Reading(protocol, sheet).is_complete,
        *(negate(sheet.unsure(id)) for id in protocol.questions if id not in spoken_for),
    )


def unreachable(protocol: Protocol) -> list[str]:
    """Dispositions, patterns and rules that nobody can come to, and questions nobody is asked."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    search = Search(all_said(protocol, sheet))
    wanted = {level.id: answers.is_at(level) for level in Disposition}
    wanted |= {f"pattern {p.id}": answers.told(p.id) for p in protocol.patterns}
    wanted |= {f"question {id}": asked for id, asked in answers.asked.items()}
    wanted |= {f"rule {rule.id}": answers.rules[rule.id].true for rule in protocol.rules}
    return [name for name, formula in wanted.items() if search.find(formula) is None]


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


def idle_options(protocol: Protocol, questions: Iterable[str]) -> list[str]:
    """Worrying options that change the advice or the pattern for nobody.

    The least worrying ones only give people words for what is normal, so they may be idle.
    """
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    search = Search(all_said(protocol, sheet))
    idle = []
    for id in questions:
        question = protocol.questions[id]
        other = sheet.apart_from(question.id, "without ")
        others = Reading(protocol, other)
        for option in question.options:
            if option.worry or option.worse_than:
                changed = both(all_said(protocol, other), differs(answers, others))
                only = only_in_first(question, option, sheet, other)
                if search.find(only, changed) is None:
                    idle.append(f"{question.id}.{option.id}")
    return idle


def only_in_first(question: Question, option: Option, sheet: Sheet, other: Sheet) -> Formula:
    """The option was said by the first person and, all else equal, not by the second."""
    id = question.id
    said = both(sheet.given[id], other.given[id])
    apart = both(sheet.ticked[id, option.id], negate(other.ticked[id, option.id]))
    if question.kind == "choose-one":
        calmer = [o.id for o in question.options if question.is_worse(option.id, than=o.id)]
        return both(said, apart, either(*(other.ticked[id, o] for o in calmer)))
    same = (sheet.ticked[id, o] == other.ticked[id, o] for o in ticks(question) if o != option.id)
    return both(said, apart, *same)


def test_every_disposition_pattern_rule_and_question_can_be_reached() -> None:
    """By somebody who answers everything and is sure of it."""
    assert unreachable(PROTOCOL) == []


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

    assert unreachable(damaged) == ["pattern idle", f"rule {rule.id}"]
    assert "urgent" in unreachable(without_rule(damaged, *urgent))


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
    assert idle_options(PROTOCOL, [question]) == []


def test_an_option_that_no_rule_reads_is_found() -> None:
    """The proof fails on one more option that nothing reads."""
    question = next(q for q in PROTOCOL.questions.values() if q.kind == "choose-any")

    assert idle_options(with_idle_option(PROTOCOL, question), [question.id]) == [
        f"{question.id}.idle"
    ]
