"""Emergencies are asked for before everything that can wait: a reader who stops early has seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import Chosen, questions_read
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.conditions import Value
    from triage_py.protocol import Protocol, Question, Rule, Screen
    from triage_py.protocol.tables import Findings


def emergencies_stand_in_front(protocol: Protocol, findings: Findings) -> None:
    """Note emergencies that hide behind a condition, or behind questions that can wait."""
    _one_answer_is_enough(protocol, findings)
    _calmer_screens_come_later(protocol, findings)


def _one_answer_is_enough(protocol: Protocol, findings: Findings) -> None:
    """A plain "question includes option" is refused when the protocol is read; these are joined."""
    first = protocol.screens[0]
    for rule in protocol.rules:
        if rule.disposition != Disposition.EMERGENCY or isinstance(rule.when, Chosen):
            continue
        for id in sorted(questions_read(rule.when)):
            question = protocol.questions[id]
            answer = _answer_that_is_enough(protocol, rule, question)
            if answer and question.screen != first.id:
                gated = " and only under a condition" if question.ask_when else ""
                findings.add(
                    f"{rule.place}.when",
                    f'an emergency that one answer shows ("{answer}" at {id}) is asked for after '
                    f"the first screen{gated}.",
                    f"Make it an option of the first screen ({first.id}), with its own rule.",
                )


def _answer_that_is_enough(protocol: Protocol, rule: Rule, question: Question) -> str:
    """The words of one answer that alone makes the rule hold; empty where there is none."""
    for words, value in _single_answers(protocol, question):
        if rule.when.evaluate({question.id: value}):
            return words
    return ""


def _single_answers(protocol: Protocol, question: Question) -> Iterator[tuple[str, Value]]:
    if question.is_numeric:
        for number in protocol.turning_points(question.id):
            yield f"{number} {question.unit}".strip(), number
    for option in question.options:
        is_ticked = question.kind == "choose-any"
        yield option.text, frozenset({option.id}) if is_ticked else option.id


def _calmer_screens_come_later(protocol: Protocol, findings: Findings) -> None:
    """No screen that leads to nothing for today stands before one that can show an emergency.

    Except where the emergency itself, or the question's condition, needs the earlier answer.
    """
    for number, screen in enumerate(protocol.screens):
        if _most_urgent(protocol, screen) >= Disposition.URGENT:
            continue
        asked = {question.id for question in screen.questions}
        for later in protocol.screens[number + 1 :]:
            rules = _emergencies(protocol, later)
            needed = [questions_read(q.ask_when) for q in later.questions if q.ask_when]
            if rules and asked.isdisjoint(frozenset[str]().union(*needed)):
                findings.add(
                    f"questions.{screen.questions[0].id}",
                    f'screen "{screen.id}" leads to nothing for today, and stands before screen '
                    f'"{later.id}", which can show an emergency (rule {rules[0].id}).',
                    f'Ask screen "{later.id}" first.',
                )
                break


def _most_urgent(protocol: Protocol, screen: Screen) -> Disposition:
    asked = {question.id for question in screen.questions}
    levels = [
        rule.disposition
        for rule in protocol.rules
        if rule.disposition is not None and not asked.isdisjoint(questions_read(rule.when))
    ]
    return max(levels, default=Disposition.SELF_CARE)


def _emergencies(protocol: Protocol, screen: Screen) -> list[Rule]:
    asked = {question.id for question in screen.questions}
    return [
        rule
        for rule in protocol.rules
        if rule.disposition == Disposition.EMERGENCY
        and not asked.isdisjoint(questions_read(rule.when))
    ]
