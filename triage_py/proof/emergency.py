"""One tick on the first screen is an emergency, and an emergency ends the interview at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import both, negate

if TYPE_CHECKING:
    from triage_py.protocol import Option, Protocol, Question


def ticked_but_not_ended(
    protocol: Protocol, question: Question, option: Option
) -> Counterexample | None:
    """Someone who ticks this emergency sign and is told less, or asked more.

    Any answers beside it, in whatever order: the sign alone decides.
    """
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    ended = both(answers.is_at(Disposition.EMERGENCY), answers.is_finished)
    ticked = both(sheet.given[question.id], sheet.ticked[question.id, option.id])
    return look_for(
        protocol,
        f'"{option.text}" was ticked, and yet it is no emergency or the interview goes on.',
        (sheet,),
        *(sheet.is_possible, ticked, negate(ended)),
        where=f"questions.{question.id}.options.{option.id}",
    )


def emergency_that_goes_on(protocol: Protocol) -> Counterexample | None:
    """Someone with an emergency from any rule who is still asked something."""
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    wrong = both(answers.alarm(Disposition.EMERGENCY), negate(answers.is_finished))
    claim = "An emergency rule holds, and yet the interview goes on."
    return look_for(protocol, claim, (sheet,), sheet.is_possible, wrong)
