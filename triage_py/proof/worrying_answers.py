"""A more worrying answer raises the advice or leaves it. It never lowers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.proof.answer_space import Sheet, ticks
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading, is_lower
from triage_py.proof.logic import FALSE, Formula, both, either, negate

if TYPE_CHECKING:
    from triage_py.protocol import Protocol, Question


def lowered(protocol: Protocol, question: Question) -> Counterexample | None:
    """Two people who differ in one answer, the more worrying one with the lower advice."""
    calm = Sheet(protocol)
    worried = calm.apart_from(question.id, "worried ")
    return look_for(
        protocol,
        f'A more worrying answer to "{question.text}" lowers the advice.',
        (calm, worried),
        calm.is_possible,
        worried.is_possible,
        more_worrying(question, calm, worried),
        is_lower(Reading(protocol, worried), Reading(protocol, calm)),
        where=f"questions.{question.id}",
    )


def more_worrying(question: Question, calm: Sheet, worried: Sheet) -> Formula:
    """The second sheet has a more worrying answer to this question than the first.

    - Choose one: an option declared worse. Options of which neither is worse are not compared.
    - Choose any: one more option ticked that has any `worry`.
    - Numbers: a higher one (stronger pain, more days), or a lower one where that is declared
      worse. Where neither is, numbers are not compared.
    """
    id = question.id
    answered = both(calm.given[id], worried.given[id])
    if question.is_numeric:
        sure = both(negate(calm.unsure(id)), negate(worried.unsure(id)))
        low, high = calm.number[id], worried.number[id]
        rises = {"higher": low < high, "lower": low > high, "neither": FALSE}[question.worse]
        return both(answered, sure, rises)
    if question.kind == "choose-one":
        return either(
            *(
                both(calm.says(id, low.id), worried.says(id, high.id))
                for low in question.options
                for high in question.options
                if question.is_worse(high.id, than=low.id)
            )
        )
    added = [
        both(
            negate(calm.ticked[id, option.id]),
            worried.ticked[id, option.id],
            *(
                calm.ticked[id, other] == worried.ticked[id, other]
                for other in ticks(question)
                if other != option.id
            ),
        )
        for option in question.options
        if option.worry
    ]
    return both(answered, either(*added))
