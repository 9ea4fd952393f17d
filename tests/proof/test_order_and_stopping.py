"""The order of answering changes nothing, and whoever stops early misses no warning."""

from __future__ import annotations

from triage_py.proof.stopping import changed_after_the_end, taken_back

from .damage import with_ungated_rule
from .shipped import GATED, PROTOCOL


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
