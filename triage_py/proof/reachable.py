"""Nothing in the protocol is idle: everything in it can decide something for someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import Unsure, leaves
from triage_py.proof.answer_space import Sheet, ticks
from triage_py.proof.counterexample import Counterexample
from triage_py.proof.encoding import Reading, differs
from triage_py.proof.logic import Formula, Search, both, either, negate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triage_py.protocol import Option, Protocol, Question


def all_said(protocol: Protocol, sheet: Sheet) -> Formula:
    """Every question that applies was answered, with no "not sure" where no rule is about it."""
    spoken_for = {
        leaf.question
        for rule in protocol.rules
        for leaf in leaves(rule.when)
        if isinstance(leaf, Unsure)
    }
    return both(
        sheet.is_possible,
        Reading(protocol, sheet).is_complete,
        *(negate(sheet.unsure(id)) for id in protocol.questions if id not in spoken_for),
    )


def unreachable(protocol: Protocol) -> Iterator[Counterexample]:
    """Rules, patterns and levels that nobody can come to, and questions nobody is asked.

    By somebody who answers everything and is sure of it, except where "not sure" has a rule.
    """
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    search = Search(all_said(protocol, sheet))
    levels = {rule.disposition for rule in protocol.rules if rule.disposition is not None}
    wanted = {
        f"questions.{id}": (
            f'Nobody is asked "{protocol.questions[id].text}".',
            "Mend its ask_when, or remove the question.",
            asked,
        )
        for id, asked in answers.asked.items()
    }
    wanted |= {
        f"{rule.place}.when": (
            f"No answers make rule {rule.id} hold.",
            "Mend its condition, or remove the rule.",
            answers.rules[rule.id].true,
        )
        for rule in protocol.rules
    }
    wanted |= {
        f"patterns.{pattern.id}": (
            f'Nobody is told the pattern "{pattern.title}".',
            "Mend the rules that lead to it, or remove the pattern.",
            answers.told(pattern.id),
        )
        for pattern in protocol.patterns
    }
    wanted |= {
        f"dispositions.{level.id}": (
            f'Nobody is told "{protocol.words[level].label}", though rules lead to it.',
            "Mend the rules that never let it come about.",
            answers.is_at(level),
        )
        for level in sorted(levels, reverse=True)
    }
    for where, (claim, remedy, formula) in wanted.items():
        if search.find(formula) is None:
            yield Counterexample(protocol, claim, where, remedy=remedy)


def idle_options(protocol: Protocol, questions: Iterable[str]) -> Iterator[Counterexample]:
    """Worrying options that change the advice or the pattern for nobody.

    The least worrying ones only give people words for what is normal, so they may be idle.
    """
    sheet = Sheet(protocol)
    answers = Reading(protocol, sheet)
    search = Search(all_said(protocol, sheet))
    for id in questions:
        question = protocol.questions[id]
        other = sheet.apart_from(question.id, "without ")
        others = Reading(protocol, other)
        for option in question.options:
            if option.worry or option.worse_than:
                changed = both(all_said(protocol, other), differs(answers, others))
                only = _only_in_first(question, option, sheet, other)
                if search.find(only, changed) is None:
                    claim = f'"{option.text}" changes the advice for nobody.'
                    where = f"questions.{question.id}.options.{option.id}"
                    calmer = (
                        "worry = 0 if it is normal"
                        if question.kind == "choose-any"
                        else "the worry of the calmer answers"
                    )
                    remedy = f"Write a rule for it, or give it {calmer}."
                    yield Counterexample(protocol, claim, where, remedy=remedy)


def _only_in_first(question: Question, option: Option, sheet: Sheet, other: Sheet) -> Formula:
    """The option was said by the first person and, all else equal, not by the second."""
    id = question.id
    said = both(sheet.given[id], other.given[id])
    apart = both(sheet.ticked[id, option.id], negate(other.ticked[id, option.id]))
    if question.kind == "choose-one":
        calmer = [o.id for o in question.options if question.is_worse(option.id, than=o.id)]
        return both(said, apart, either(*(other.ticked[id, o] for o in calmer)))
    same = (sheet.ticked[id, o] == other.ticked[id, o] for o in ticks(question) if o != option.id)
    return both(said, apart, *same)
