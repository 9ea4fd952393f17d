"""What stands in the protocol and no condition looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import AtLeast, Chosen, Condition, Holds, NoneOf, NoneTicked, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.protocol import Protocol, Question
    from triage_py.protocol.tables import Findings


def everything_is_used(protocol: Protocol, findings: Findings) -> None:
    """Note options, named signs and patterns that decide nothing.

    A question that no rule reads is refused when the protocol is read.
    """
    conditions = [rule.when for rule in protocol.rules]
    gates = [question.ask_when for question in protocol.questions.values() if question.ask_when]
    for question in protocol.questions.values():
        if question.kind == "choose-any":
            _options_are_read(question, [*conditions, *gates], findings)
    used = {sign for condition in conditions for sign in signs_used(condition)}
    for sign in protocol.signs:
        if sign.id not in used:
            what, remedy = "no rule uses this sign.", f'Remove it, or write "{sign.id} holds".'
            findings.add(f"signs.{sign.id}", what, remedy)
    told = {rule.pattern for rule in protocol.rules} | {protocol.default_pattern}
    for pattern in protocol.patterns:
        if pattern.id not in told:
            remedy = f'Remove it, or give a rule pattern = "{pattern.id}".'
            findings.add(f"patterns.{pattern.id}", "no rule leads to this pattern.", remedy)


def signs_used(condition: Condition) -> Iterator[str]:
    """The named signs in a condition, at any depth."""
    match condition:
        case Holds(sign=sign, condition=named):
            yield sign
            yield from signs_used(named)
        case AtLeast(parts=parts) | NoneOf(parts=parts):
            for part in parts:
                yield from signs_used(part)


def _options_are_read(question: Question, conditions: list[Condition], findings: Findings) -> None:
    """An option that is no cause for worry gives people words for what is normal: it may be idle."""
    read: set[str] = set()
    for condition in conditions:
        for leaf in leaves(condition):
            if leaf.question == question.id and isinstance(leaf, NoneTicked):
                return  # whatever is ticked, it is not none
            if leaf.question == question.id and isinstance(leaf, Chosen):
                read |= leaf.options
    for option in question.options:
        if option.worry and option.id not in read:
            findings.add(
                f"questions.{question.id}.options.{option.id}",
                "no rule reads this option, so ticking it changes nothing.",
                f'Write a rule with when = "{question.id} includes {option.id}", or give it '
                "worry = 0 if it is normal.",
            )
