"""The order of answering changes nothing, and whoever stops early misses no warning."""

from __future__ import annotations

from triage_py import Disposition, Protocol

from .answer_space import Sheet
from .counterexample import told
from .damage import with_ungated_rule
from .encoding import Reading, is_lower
from .logic import Search, either
from .shipped import GATED, PROTOCOL


def changed_after_the_end(protocol: Protocol) -> str | None:
    """Answers, in whatever order, after which the interview was over but more would change it."""
    whole = Sheet(protocol)
    part, is_part = whole.with_fewer_answers("part ")
    early, late = Reading(protocol, part), Reading(protocol, whole)
    other = either(*(early.is_at(level) != late.is_at(level) for level in Disposition))
    model = Search(whole.is_possible, is_part, early.is_settled, other).find()
    claim = "The interview was over for the first, but further answers change the advice."
    return None if model is None else told(protocol, claim, part.read(model), whole.read(model))


def taken_back(protocol: Protocol) -> str | None:
    """A warning that a further answer takes back."""
    whole = Sheet(protocol)
    part, is_part = whole.with_fewer_answers("part ")
    early, late = Reading(protocol, part), Reading(protocol, whole)
    warned = early.alarm(Disposition.SOON)
    model = Search(whole.is_possible, is_part, warned, is_lower(late, early)).find()
    claim = "A rule has fired for the first, and further answers take it back."
    return None if model is None else told(protocol, claim, part.read(model), whole.read(model))


def test_once_the_interview_is_over_no_further_answer_changes_the_advice() -> None:
    """Whichever questions were answered first: no question left out could have raised it.

    Two people who give the same answers in another order stop at different places. Both have the
    advice of the full answers, so both have the same.
    """
    counterexample = changed_after_the_end(PROTOCOL)

    assert counterexample is None, counterexample


def test_answering_more_never_takes_a_warning_back() -> None:
    """What an answer has raised stays raised, whatever is answered next and in which order."""
    counterexample = taken_back(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_rule_that_depends_on_the_order_is_found() -> None:
    """Both proofs fail on a rule that fires before a later answer takes its question away."""
    damaged = with_ungated_rule(PROTOCOL, GATED[0])

    assert changed_after_the_end(damaged)
    assert taken_back(damaged)
