"""The interview as a flow: which screens come, for whom, and what each of them can lead to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from triage_py.conditions import AtLeast, Condition, Holds, NoneOf, questions_read
from triage_py.dispositions import MOST_URGENT_FIRST, Disposition

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage_py.protocol import Protocol, Rule, Screen

MOST_COMBINATIONS = 500
"""Beyond so many ways to meet a condition its last screen is told, which is never too early."""


@dataclass(frozen=True, slots=True)
class Exit:
    """One level of urgency that a screen can lead to, and the rules that do it."""

    disposition: Disposition
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class FlowScreen:
    """One screen of the interview."""

    screen: Screen
    number: int
    """From 1."""
    title: str
    """The question, or the heading above several."""
    questions: tuple[str, ...]
    """The questions below a heading; empty where the title is the question."""
    gate: Condition | None
    """The screen is shown unless this is false; None means always."""
    exits: tuple[Exit, ...]
    """What an answer here can settle beside the answers before it, most urgent first."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The interview from the first screen to the four dispositions."""

    protocol: Protocol
    screens: tuple[FlowScreen, ...]
    earned: tuple[Rule, ...]
    """The rules for self-care. They count at the end, when every other rule is ruled out."""


def interview_flow(protocol: Protocol) -> Flow:
    """Follow the interview of a protocol.

    Self-care stands at no screen: it is earned at the end alone.
    """
    number_of = {
        question.id: number
        for number, screen in enumerate(protocol.screens, 1)
        for question in screen.questions
    }
    raising = [
        (rule, _settled_at(rule.when, number_of))
        for rule in protocol.rules
        if rule.disposition not in (None, Disposition.SELF_CARE)
    ]
    screens = tuple(
        FlowScreen(
            screen,
            number,
            _title(screen),
            _questions(screen),
            _gate(screen),
            _exits([rule for rule, numbers in raising if number in numbers]),
        )
        for number, screen in enumerate(protocol.screens, 1)
    )
    earned = [rule for rule in protocol.rules if rule.disposition == Disposition.SELF_CARE]
    return Flow(protocol, screens, tuple(earned))


def _title(screen: Screen) -> str:
    return screen.questions[0].text if len(screen.questions) == 1 else screen.text


def _questions(screen: Screen) -> tuple[str, ...]:
    if len(screen.questions) == 1:
        return ()
    return tuple(question.text for question in screen.questions)


def _gate(screen: Screen) -> Condition | None:
    """What has to be said for any question of the screen to be asked."""
    gates = [question.ask_when for question in screen.questions]
    parts = tuple(dict.fromkeys(gate for gate in gates if gate is not None))
    if None in gates or not parts:
        return None
    return parts[0] if len(parts) == 1 else AtLeast(1, parts)


def _exits(rules: Sequence[Rule]) -> tuple[Exit, ...]:
    found = (
        Exit(level, tuple(rule for rule in rules if rule.disposition == level))
        for level in MOST_URGENT_FIRST
    )
    return tuple(exit for exit in found if exit.rules)


def _settled_at(condition: Condition, number_of: dict[str, int]) -> frozenset[int]:
    """The screens whose answer can be the last that makes a condition true."""
    return _decided_at(condition, number_of, wanted=True)


def _decided_at(condition: Condition, number_of: dict[str, int], *, wanted: bool) -> frozenset[int]:
    match condition:
        case Holds(condition=named):
            return _decided_at(named, number_of, wanted=wanted)
        case NoneOf(parts=parts):
            count = len(parts) if wanted else 1
            return _last_of(count, (_decided_at(p, number_of, wanted=not wanted) for p in parts))
        case AtLeast(count=count, parts=parts):
            needed = count if wanted else len(parts) - count + 1
            return _last_of(needed, (_decided_at(p, number_of, wanted=wanted) for p in parts))
    return frozenset(number_of[question] for question in questions_read(condition))


def _last_of(count: int, parts: Iterable[frozenset[int]]) -> frozenset[int]:
    """The last screen of each way to choose so many parts."""
    ways = list(parts)
    if comb(len(ways), count) > MOST_COMBINATIONS:
        return frozenset({max(max(way) for way in ways)})
    found: set[int] = set()
    for chosen in combinations(ways, count):
        lasts = {0}
        for way in chosen:
            lasts = {max(last, screen) for last in lasts for screen in way}
        found |= lasts
    return frozenset(found)
