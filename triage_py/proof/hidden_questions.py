"""A question that was not asked could not have raised the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.proof.answer_space import Sheet
from triage_py.proof.counterexample import Counterexample, look_for
from triage_py.proof.encoding import Reading
from triage_py.proof.logic import both, negate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.protocol import Protocol, Question


def raised_if_it_had_been_asked(protocol: Protocol, question: Question) -> Iterator[Counterexample]:
    """Answers for which the question is not asked, and a rule that reads it is not ruled out."""
    if question.ask_when is None:
        return
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet, drops_hidden=False)
    hidden = answers.truth(question.ask_when).false
    for rule in protocol.rules:
        if question.id not in rule.reads:
            continue
        possible = negate(answers.rules[rule.id].false)
        found = look_for(
            protocol,
            f'"{question.text}" is not asked here, and yet rule {rule.id} could hold.',
            (sheet,),
            *(sheet.is_possible, hidden, possible),
            where=f"{rule.place}.when",
        )
        if found is not None:
            yield found


def hidden_while_unknown(protocol: Protocol, question: Question) -> Counterexample | None:
    """Answers that leave open whether the question applies, and hide it all the same."""
    if question.ask_when is None:
        return None
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    unknown = answers.truth(question.ask_when).unknown
    hidden = both(unknown, negate(answers.asked[question.id]))
    claim = f'It is unknown whether "{question.text}" applies, and yet it is not asked.'
    where = f"questions.{question.id}.ask_when"
    return look_for(protocol, claim, (sheet,), sheet.is_possible, hidden, where=where)
