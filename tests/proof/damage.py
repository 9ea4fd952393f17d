"""Protocols damaged on purpose. A proof that a damaged protocol still passes proves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triage_py import Disposition, Option, Protocol, Question, Rule, Screen
from triage_py.conditions import (
    AtLeast,
    Chosen,
    Compared,
    Condition,
    NoneOf,
    NoneTicked,
    leaves,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def with_rules(protocol: Protocol, change: Callable[[Rule], Rule | None]) -> Protocol:
    """Change each rule, or leave it out where the change gives None."""
    changed = (change(rule) for rule in protocol.rules)
    return replace(protocol, rules=tuple(rule for rule in changed if rule is not None))


def without_rule(protocol: Protocol, *ids: str) -> Protocol:
    """Some rules are gone."""
    return with_rules(protocol, lambda rule: None if rule.id in ids else rule)


def with_rule(protocol: Protocol, new: Rule) -> Protocol:
    """One rule is new, or stands in for the one with its id."""
    ids = {rule.id for rule in protocol.rules}
    if new.id in ids:
        return with_rules(protocol, lambda rule: new if rule.id == new.id else rule)
    return replace(protocol, rules=(*protocol.rules, new))


def with_weaker_rule(protocol: Protocol, id: str) -> Protocol:
    """One rule leads to the next less urgent disposition."""
    rule = protocol.rule(id)
    if not rule.disposition:
        message = f"rule {id} has no disposition that could be weaker"
        raise ValueError(message)
    return with_rule(protocol, replace(rule, disposition=Disposition(rule.disposition - 1)))


def with_dead_rule(protocol: Protocol, id: str) -> Protocol:
    """One rule can never hold, though its condition still reads the same questions."""
    rule = protocol.rule(id)
    never = AtLeast(2, (rule.when, NoneOf((rule.when,))))
    return with_rule(protocol, replace(rule, when=never))


def with_emergency_when_nothing_is_wrong(protocol: Protocol, question: Question) -> Protocol:
    """The most reassuring answer to one question raises the alarm; every other one does not."""
    others = without_rule(protocol, *(rule.id for rule in reading(protocol, question.id)))
    upside_down = Rule("upside-down", least_worrying(question), "", (), Disposition.EMERGENCY)
    return with_rule(others, upside_down)


def least_worrying(question: Question) -> Condition:
    """The most reassuring answer, as a condition."""
    if question.is_numeric:
        return Compared(question.id, "at most", question.minimum)
    if question.kind == "choose-any":
        return NoneTicked(question.id)
    return Chosen(question.id, frozenset(option.id for option in question.least_worrying))


def with_ungated_rule(protocol: Protocol, gated: Question) -> Protocol:
    """An emergency rule reads a question that is not always asked, and forgets to say when."""
    option = Chosen(gated.id, frozenset(o.id for o in gated.options[:1]))
    return with_rule(protocol, Rule("gate-forgotten", option, "", (), Disposition.EMERGENCY))


def with_self_care_as_default(protocol: Protocol) -> Protocol:
    """Self-care is what is left over."""
    return replace(protocol, default_disposition=Disposition.SELF_CARE)


def without_screen(protocol: Protocol, screen: Screen) -> Protocol:
    """One screen is never shown."""
    return replace(protocol, screens=tuple(s for s in protocol.screens if s.id != screen.id))


def with_a_screen_for_each_question(protocol: Protocol) -> Protocol:
    """Every question has its own screen."""
    alone = (Screen(q.id, q.text, (q,)) for q in protocol.questions.values())
    return replace(protocol, screens=tuple(alone))


def with_idle_option(protocol: Protocol, question: Question) -> Protocol:
    """One more option to tick, which no rule reads."""
    idle = replace(question, options=(*question.options, Option("idle", "Idle", worry=1)))
    return replace(protocol, questions={**protocol.questions, question.id: idle})


def reading(protocol: Protocol, question: str) -> list[Rule]:
    """The rules that read a question."""
    return [rule for rule in protocol.rules if question in rule.reads]


def options_named(protocol: Protocol, question: str) -> frozenset[str]:
    """The options of a question that some rule names."""
    named = (
        leaf.options
        for rule in protocol.rules
        for leaf in leaves(rule.when)
        if isinstance(leaf, Chosen) and leaf.question == question
    )
    return frozenset[str]().union(*named)
