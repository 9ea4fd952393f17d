"""What the engine makes of a sheet of answers, written a second time, as formulas.

The tests compare this with the engine itself on many random answers, so that what is proved here is
true there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet
from triage_py.proof.logic import FALSE, TRUE, Formula, at_least, both, either, implies, negate

if TYPE_CHECKING:
    from triage_py.protocol import Protocol, Question, Rule, Screen


class Truth(NamedTuple):
    """A truth value in three-valued logic: unknown is neither true nor false."""

    true: Formula
    false: Formula

    @property
    def unknown(self) -> Formula:
        """Neither true nor false."""
        return both(negate(self.true), negate(self.false))


class Reading:
    """The engine's reading of one sheet.

    Args:
        protocol: The protocol, or a damaged one that asks the same questions.
        sheet: The answers.
        drops_hidden: Whether answers to questions that are not asked are left out, as the engine
            does. Without it one sees what they could have done.
    """

    def __init__(self, protocol: Protocol, sheet: Sheet, *, drops_hidden: bool = True) -> None:
        self.protocol = protocol
        self.sheet = sheet
        self._known: dict[Condition, Truth] = {}
        self.asked: dict[str, Formula] = {}
        self.kept: dict[str, Formula] = {}
        for id, question in protocol.questions.items():
            gate = question.ask_when
            self.asked[id] = TRUE if gate is None else negate(self.truth(gate).false)
            given = sheet.given[id]
            self.kept[id] = both(given, self.asked[id]) if drops_hidden else given
        self.rules = {rule.id: self.truth(rule.when) for rule in protocol.rules}

    def truth(self, condition: Condition) -> Truth:
        """When a condition is true and when it is false."""
        if condition not in self._known:
            self._known[condition] = self._truth(condition)
        return self._known[condition]

    def _truth(self, condition: Condition) -> Truth:
        match condition:
            case Holds(condition=named):
                return self.truth(named)
            case NoneOf(parts=parts):
                truths = [self.truth(part) for part in parts]
                return Truth(both(*(t.false for t in truths)), either(*(t.true for t in truths)))
            case AtLeast(count=count, parts=parts):
                truths = [self.truth(part) for part in parts]
                possible = [negate(t.false) for t in truths]
                true = at_least(count, (t.true for t in truths))
                return Truth(true, negate(at_least(count, possible)))
        kept = self.kept.get(condition.question, FALSE)
        said = self._said(condition)
        if isinstance(condition, Unsure):
            return Truth(both(kept, said), both(kept, negate(said)))
        sure = negate(self.sheet.unsure(condition.question))
        if isinstance(condition, NoneTicked):
            # Something ticked beside "not sure" is enough to know that it is not none.
            return Truth(both(kept, said, sure), both(kept, negate(said)))
        if isinstance(condition, Compared):
            return Truth(both(kept, said, sure), both(kept, negate(said), sure))
        return Truth(both(kept, said), both(kept, negate(said), sure))

    def _said(self, condition: Chosen | NoneTicked | Unsure | Compared) -> Formula:
        id = condition.question
        match condition:
            case Chosen(options=options):
                return either(*(self.sheet.ticked[id, option] for option in sorted(options)))
            case NoneTicked():
                real = self.protocol.questions[id].options
                return negate(either(*(self.sheet.ticked[id, option.id] for option in real)))
            case Unsure():
                return self.sheet.unsure(id)
            case Compared(bound=bound, limit=limit):
                value = self.sheet.number[id]
                return {
                    "at least": value >= limit,
                    "at most": value <= limit,
                    "more than": value > limit,
                    "less than": value < limit,
                }[bound]

    # ------------------------------------------------------------------------- assessment

    def fires(self, disposition: Disposition) -> Formula:
        """Some rule with this disposition holds."""
        return either(*(self.rules[rule.id].true for rule in self._with(disposition)))

    def alarm(self, least: Disposition) -> Formula:
        """Some rule with this disposition, or a more urgent one, holds."""
        return either(*(self.fires(level) for level in Disposition if level >= least))

    @property
    def earns_self_care(self) -> Formula:
        """A self-care rule holds and every more urgent rule is ruled out."""
        others = [rule for level in Disposition if level for rule in self._with(level)]
        ruled_out = both(*(self.rules[rule.id].false for rule in others))
        return both(self.fires(Disposition.SELF_CARE), ruled_out)

    def at_least(self, disposition: Disposition) -> Formula:
        """The disposition is this one or a more urgent one."""
        if disposition == Disposition.SELF_CARE:
            return TRUE
        alarm = self.alarm(disposition)
        if self.protocol.default_disposition < disposition:
            return alarm
        any_alarm = self.alarm(Disposition.SOON)
        return either(alarm, both(negate(any_alarm), negate(self.earns_self_care)))

    def is_at(self, disposition: Disposition) -> Formula:
        """The disposition is exactly this one."""
        higher = [level for level in Disposition if level > disposition]
        return both(self.at_least(disposition), *(negate(self.at_least(h)) for h in higher[:1]))

    def told(self, pattern: str) -> Formula:
        """This pattern is told: the first that fired and is not silenced by the urgency."""
        earlier: list[Formula] = []
        shown: dict[str, Formula] = {}
        for candidate in self.protocol.patterns:
            found = either(
                *(self.rules[r.id].true for r in self.protocol.rules if r.pattern == candidate.id)
            )
            silenced = [level for level in Disposition if level > candidate.up_to]
            fits = both(found, *(negate(self.at_least(level)) for level in silenced[:1]))
            shown[candidate.id] = both(fits, *(negate(other) for other in earlier))
            earlier.append(fits)
        if pattern == self.protocol.default_pattern:
            return either(shown[pattern], negate(either(*earlier)))
        return shown[pattern]

    def is_reason(self, id: str) -> Formula:
        """The rule is there, holds, and has the disposition that is told."""
        for rule in self.protocol.rules:
            if rule.id == id and rule.disposition is not None:
                return both(self.rules[id].true, self.is_at(rule.disposition))
        return FALSE

    @property
    def is_complete(self) -> Formula:
        """Every question that applies was answered."""
        return both(*(implies(self.asked[id], self.kept[id]) for id in self.asked))

    # -------------------------------------------------------------------------- interview

    def is_open(self, rule: Rule) -> Formula:
        """The rule is undecided and would raise the disposition."""
        if not rule.disposition:
            return FALSE
        return both(self.rules[rule.id].unknown, negate(self.at_least(rule.disposition)))

    @property
    def is_settled(self) -> Formula:
        """A rule calls for help today or now, and no open rule could raise that."""
        open_rules = [self.is_open(rule) for rule in self.protocol.rules]
        return both(self.alarm(Disposition.URGENT), negate(either(*open_rules)))

    def is_waiting(self, screen: Screen) -> Formula:
        """A question of this screen applies and was not answered."""
        return either(*(self._waits(question) for question in screen.questions))

    def _waits(self, question: Question) -> Formula:
        return both(self.asked[question.id], negate(self.kept[question.id]))

    @property
    def is_finished(self) -> Formula:
        """The interview is over."""
        waiting = [self.is_waiting(screen) for screen in self.protocol.screens]
        return either(self.is_settled, negate(either(*waiting)))

    def _with(self, disposition: Disposition) -> list[Rule]:
        return [rule for rule in self.protocol.rules if rule.disposition == disposition]


def differs(one: Reading, other: Reading) -> Formula:
    """The two readings end in another disposition or pattern."""
    return either(disposition_differs(one, other), pattern_differs(one, other))


def disposition_differs(one: Reading, other: Reading) -> Formula:
    """The two readings end in another disposition."""
    return either(*(one.at_least(level) != other.at_least(level) for level in Disposition))


def pattern_differs(one: Reading, other: Reading) -> Formula:
    """The two readings tell another pattern."""
    return either(*(one.told(p.id) != other.told(p.id) for p in one.protocol.patterns))


def reasons_differ(one: Reading, other: Reading) -> Formula:
    """The two readings give other rules as the reasons for their disposition."""
    ids = one.rules.keys() | other.rules.keys()
    return either(*(one.is_reason(id) != other.is_reason(id) for id in sorted(ids)))


def is_lower(one: Reading, other: Reading) -> Formula:
    """The first reading's disposition is less urgent than the other's."""
    return either(*(both(negate(one.at_least(d)), other.at_least(d)) for d in Disposition if d))
