"""Self-care is earned: its own rule holds and every other rule is ruled out."""

from __future__ import annotations

from triage_py.proof.self_care import unearned_self_care

from .damage import with_self_care_as_default
from .shipped import PROTOCOL


def test_self_care_only_where_its_own_rule_holds_and_no_other_could() -> None:
    """Nothing fired, or something is still open, is never self-care."""
    counterexample = unearned_self_care(PROTOCOL)

    assert counterexample is None, counterexample


def test_self_care_that_is_only_left_over_is_found() -> None:
    """The proof fails when self-care is the default."""
    assert unearned_self_care(with_self_care_as_default(PROTOCOL))
