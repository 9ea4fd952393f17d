"""The order of answering changes nothing, and whoever stops early misses no warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading, is_lower
from triage_py.proof.logic import either

if TYPE_CHECKING:
    from triage_py.protocol import Protocol


def changed_after_the_end(protocol: Protocol) -> Counterexample | None:
    """Answers, in whatever order, after which the interview was over but more would change it."""
    whole = Sheet(protocol)
    part, is_part = whole.with_fewer_answers("part ")
    early, late = Reading(protocol, part), Reading(protocol, whole)
    other = either(*(early.is_at(level) != late.is_at(level) for level in Disposition))
    claim = "The interview was over for the first, but further answers change the advice."
    demands = (whole.is_possible, is_part, early.is_settled, other)
    return look_for(protocol, claim, (part, whole), *demands)


def taken_back(protocol: Protocol) -> Counterexample | None:
    """A warning that a further answer takes back."""
    whole = Sheet(protocol)
    part, is_part = whole.with_fewer_answers("part ")
    early, late = Reading(protocol, part), Reading(protocol, whole)
    claim = "A rule has fired for the first, and further answers take it back."
    demands = (whole.is_possible, is_part, early.alarm(Disposition.SOON), is_lower(late, early))
    return look_for(protocol, claim, (part, whole), *demands)
