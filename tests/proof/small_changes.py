"""Every protocol that differs from a given one in one small place of one condition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triage_py.conditions import (
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
)

from .damage import with_rule, with_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triage_py import Protocol


def slightly_changed(protocol: Protocol) -> dict[str, Protocol]:
    """Every protocol with one small change to one rule's condition or to one named sign."""
    changed: dict[str, Protocol] = {}
    for rule in protocol.rules:
        for what, when in small_changes(rule.when):
            changed[f"rules.{rule.id}: {what}"] = with_rule(protocol, replace(rule, when=when))
    for sign in protocol.signs:
        for what, when in small_changes(sign.when):
            changed[f"signs.{sign.id}: {what}"] = _with_sign(protocol, sign.id, when)
    return changed


def _with_sign(protocol: Protocol, sign: str, when: Condition) -> Protocol:
    return with_rules(protocol, lambda rule: replace(rule, when=with_sign(rule.when, sign, when)))


def small_changes(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """Every way to leave out one option or one part, or to move one limit by one.

    Named signs are left as they are: `slightly_changed` changes those for themselves.
    """
    match condition:
        case Chosen(question=question, options=options) if len(options) > 1:
            for option in sorted(options):
                yield f"without {question} {option}", Chosen(question, options - {option})
        case Compared(question=question, bound=bound, limit=limit):
            for moved in (limit - 1, limit + 1):
                yield f"{question} {bound} {moved:g}", Compared(question, bound, moved)
        case AtLeast(count=count, parts=parts):
            yield from _fewer_parts(count, parts)
            yield from _changed_parts(parts, lambda changed: AtLeast(count, changed))
        case NoneOf(parts=parts):
            if len(parts) > 1:
                for number, part in enumerate(parts):
                    yield f"without {told_as(part)}", NoneOf(_without_part(parts, number))
            yield from _changed_parts(parts, NoneOf)


def _changed_parts(
    parts: tuple[Condition, ...], join: Callable[[tuple[Condition, ...]], Condition]
) -> Iterator[tuple[str, Condition]]:
    for number, part in enumerate(parts):
        for what, changed in small_changes(part):
            yield what, join((*parts[:number], changed, *parts[number + 1 :]))


def _fewer_parts(count: int, parts: tuple[Condition, ...]) -> Iterator[tuple[str, Condition]]:
    if len(parts) == 1:
        return
    joins_all = count == len(parts)
    if 1 < count < len(parts):
        for other in (count - 1, count + 1):
            yield f"{other} instead of {count} of {len(parts)}", AtLeast(other, parts)
    for number, part in enumerate(parts):
        fewer = _without_part(parts, number)
        yield f"without {told_as(part)}", AtLeast(count - 1 if joins_all else count, fewer)


def _without_part(parts: tuple[Condition, ...], number: int) -> tuple[Condition, ...]:
    return parts[:number] + parts[number + 1 :]


def told_as(condition: Condition) -> str:
    """The condition in the words of the protocol file."""
    match condition:
        case Holds(sign=sign):
            return f"{sign} holds"
        case Chosen(question=question, options=options):
            return f"{question} {' or '.join(sorted(options))}"
        case Compared(question=question, bound=bound, limit=limit):
            return f"{question} {bound} {limit:g}"
        case NoneTicked(question=question):
            return f"{question} none"
        case Unsure(question=question):
            return f"{question} unsure"
        case NoneOf(parts=parts):
            return f"none of ({', '.join(map(told_as, parts))})"
        case AtLeast(count=count, parts=parts):
            return f"{count} of ({', '.join(map(told_as, parts))})"


def with_sign(condition: Condition, sign: str, when: Condition) -> Condition:
    """The condition with another meaning of one named sign."""
    match condition:
        case Holds(sign=named, condition=old):
            return Holds(named, when if named == sign else with_sign(old, sign, when))
        case AtLeast(count=count, parts=parts):
            return AtLeast(count, tuple(with_sign(part, sign, when) for part in parts))
        case NoneOf(parts=parts):
            return NoneOf(tuple(with_sign(part, sign, when) for part in parts))
        case _:
            return condition
