"""Self-care is earned: its own rule holds and every other rule is ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import both, either, negate

if TYPE_CHECKING:
    from triage_py.protocol import Protocol


def unearned_self_care(protocol: Protocol) -> Counterexample | None:
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
    claim = "Self-care, though its own rule does not hold or another rule is not ruled out."
    where = "default.disposition"
    return look_for(protocol, claim, (sheet,), sheet.is_possible, wrong, where=where)


def self_care_without_emergency_answers(protocol: Protocol) -> Counterexample | None:
    """Self-care for someone who did not answer an emergency question, or was not sure."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    first = protocol.screens[0].questions
    open_question = either(
        *(negate(both(sheet.given[q.id], negate(sheet.unsure(q.id)))) for q in first)
    )
    wrong = both(answers.is_at(Disposition.SELF_CARE), open_question)
    claim = "Self-care, though an emergency question was not answered for certain."
    where = f"questions.{first[0].id}"
    return look_for(protocol, claim, (sheet,), sheet.is_possible, wrong, where=where)
