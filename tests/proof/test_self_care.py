"""Self-care is earned: its own rule holds and every other rule is ruled out."""

from __future__ import annotations

from triage_py import Disposition, Protocol

from .answer_space import Sheet
from .counterexample import told
from .damage import with_self_care_as_default
from .encoding import Reading
from .logic import Search, both, either, negate
from .shipped import PROTOCOL


def unearned_self_care(protocol: Protocol) -> str | None:
    """Self-care for someone whom no self-care rule fits, or for whom another rule is not false."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    own = [rule for rule in protocol.rules if rule.disposition == Disposition.SELF_CARE]
    other = [rule for rule in protocol.rules if rule.disposition]
    earned = both(
        either(*(answers.rules[rule.id].true for rule in own)),
        *(answers.rules[rule.id].false for rule in other),
    )
    wrong = both(answers.is_at(Disposition.SELF_CARE), negate(earned))
    model = Search(sheet.is_possible, wrong).find()
    claim = "Self-care, though its own rule does not hold or another rule is not ruled out."
    return None if model is None else told(protocol, claim, sheet.read(model))


def test_self_care_only_where_its_own_rule_holds_and_no_other_could() -> None:
    """Nothing fired, or something is still open, is never self-care."""
    counterexample = unearned_self_care(PROTOCOL)

    assert counterexample is None, counterexample


def test_self_care_that_is_only_left_over_is_found() -> None:
    """The proof fails when self-care is the default."""
    assert unearned_self_care(with_self_care_as_default(PROTOCOL))
