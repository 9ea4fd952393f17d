"""Whatever is answered, the interview ends, and ends in exactly one disposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.dispositions import Disposition
from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import at_least, at_most, both, either, negate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.protocol import Protocol


def without_one_disposition(protocol: Protocol) -> Counterexample | None:
    """Answers that end in no disposition or in two."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    levels = [reading.is_at(level) for level in Disposition]
    one = both(at_least(1, levels), at_most(1, levels))
    claim = "These answers end in no advice, or in two."
    return look_for(protocol, claim, (sheet,), sheet.is_possible, negate(one))


def left_undecided(protocol: Protocol) -> Iterator[Counterexample]:
    """Rules that are neither true nor false for someone who answered everything, and was sure."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    sure = both(*(negate(sheet.unsure(question)) for question in protocol.questions))
    for rule in protocol.rules:
        unknown = reading.rules[rule.id].unknown
        claim = (
            f"Everything was answered, and yet rule {rule.id} is neither true nor false, because "
            "it reads a question that was not asked."
        )
        found = look_for(
            protocol,
            claim,
            (sheet,),
            *(sheet.is_possible, reading.is_complete, sure, unknown),
            where=f"{rule.place}.when",
        )
        if found is not None:
            yield found


def ended_too_early(protocol: Protocol) -> Counterexample | None:
    """Answers that end the interview without urgent advice while a question was never asked."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    wrong = both(reading.is_finished, negate(reading.is_settled), negate(reading.is_complete))
    claim = "Nothing is left to ask, and yet a question that applies was never asked."
    return look_for(protocol, claim, (sheet,), sheet.is_possible, wrong)


def asked_again(protocol: Protocol) -> Iterator[Counterexample]:
    """Screens that come back after everything on them, and before them, was answered."""
    sheet = Sheet(protocol)
    whole = Reading(protocol, sheet)
    done: set[str] = set()
    for screen in protocol.screens:
        done.add(screen.id)
        so_far = Reading(protocol, sheet.keeping(lambda question: question.screen in done))
        waiting = either(*(so_far.is_waiting(s) for s in protocol.screens if s.id in done))
        claim = f"A screen comes back, at the latest after screen {screen.id}."
        found = look_for(protocol, claim, (sheet,), sheet.is_possible, whole.is_complete, waiting)
        if found is not None:
            yield found
