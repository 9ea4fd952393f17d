"""Checks across the whole protocol: what each part alone cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import Chosen, leaves
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from triage_py.protocol.rules import Protocol
    from triage_py.protocol.tables import Findings


def check_whole(protocol: Protocol, findings: Findings) -> None:
    """Add what is wrong with the protocol as a whole to the findings."""
    _emergency_comes_first(protocol, findings)
    _default_is_not_self_care(protocol, findings)
    _no_rule_is_below_the_default(protocol, findings)
    _self_care_can_be_earned(protocol, findings)
    _every_question_is_used(protocol, findings)
    _every_option_of_the_first_screen_is_an_emergency(protocol, findings)
    _review_dates_in_order(protocol, findings)


def _emergency_comes_first(protocol: Protocol, findings: Findings) -> None:
    """One answer that alone means an emergency has to be asked for on the first screen.

    A reader who stops early must have seen it. Emergencies that need several answers together
    can only be known later.
    """
    first = {question.id for question in protocol.screens[0].questions}
    for rule in protocol.rules:
        alone = isinstance(rule.when, Chosen) and rule.when.question not in first
        if alone and rule.disposition == Disposition.EMERGENCY:
            findings.add(
                f"rules.{rule.id}.when",
                "an emergency that one answer shows is asked for after the first screen.",
                f"Move the option to a question of the first screen ({protocol.screens[0].id}).",
            )
    for question in protocol.screens[0].questions:
        if question.ask_when is not None:
            findings.add(
                f"questions.{question.id}.ask_when",
                "the first screen is always shown.",
                "Remove ask_when, or move the question.",
            )


def _every_option_of_the_first_screen_is_an_emergency(
    protocol: Protocol, findings: Findings
) -> None:
    """The first screen works without the engine, so each of its options is an emergency."""
    emergencies = {
        (leaf.question, option)
        for rule in protocol.rules
        if rule.disposition == Disposition.EMERGENCY and isinstance(rule.when, Chosen)
        for leaf in leaves(rule.when)
        if isinstance(leaf, Chosen)
        for option in leaf.options
    }
    for question in protocol.screens[0].questions:
        for option in question.options:
            if question.kind != "choose-any" or (question.id, option.id) not in emergencies:
                findings.add(
                    f"questions.{question.id}.options.{option.id}",
                    "the first screen holds only emergency signs, each with its own rule.",
                    f'Add a rule with when = "{question.id} includes {option.id}" and disposition '
                    '= "emergency", or move the option to a later question.',
                )


def _default_is_not_self_care(protocol: Protocol, findings: Findings) -> None:
    if protocol.default_disposition == Disposition.SELF_CARE:
        findings.add(
            "default.disposition",
            "self-care has to be earned: it cannot be what is left over.",
            'Write "soon".',
        )


def _no_rule_is_below_the_default(protocol: Protocol, findings: Findings) -> None:
    """Else an answer that makes such a rule hold would lower the advice."""
    for rule in protocol.rules:
        if rule.disposition and rule.disposition < protocol.default_disposition:
            findings.add(
                f"rules.{rule.id}.disposition",
                f"it is less urgent than what is left over ({protocol.default_disposition.id}), "
                "so an answer could lower the advice.",
                'Make the rule more urgent, or write disposition = "soon" under [default].',
            )


def _self_care_can_be_earned(protocol: Protocol, findings: Findings) -> None:
    if not any(rule.disposition == Disposition.SELF_CARE for rule in protocol.rules):
        findings.add(
            "rules",
            "no rule leads to self_care.",
            'Add a rule with disposition = "self_care" and what must hold for it.',
        )


def _every_question_is_used(protocol: Protocol, findings: Findings) -> None:
    read = frozenset[str]().union(*(rule.reads for rule in protocol.rules))
    for question in protocol.questions.values():
        if question.id not in read:
            findings.add(
                f"questions.{question.id}",
                "no rule reads this question.",
                "Remove it, or write the rule that needs it.",
            )


def _review_dates_in_order(protocol: Protocol, findings: Findings) -> None:
    if protocol.review_due <= protocol.reviewed:
        findings.add(
            "protocol.review_due",
            f"it is not after the review of {protocol.reviewed}.",
            "Write the day by which the protocol has to be reviewed again.",
        )
