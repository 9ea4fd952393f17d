"""What somebody typed, read as an answer to one question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage_py.answers import read_answers
from triage_py.conditions import NONE, UNSURE
from triage_py.errors import AnswersError
from triage_py.terminal import words

if TYPE_CHECKING:
    from triage_py.protocol import Protocol, Question


class Misunderstood(Exception):  # noqa: N818 - it is no failure: the question is asked again
    """What was typed is no answer; the message says what to type."""


def read_typed(protocol: Protocol, question: Question, typed: str) -> object:
    """The raw answer that was meant, as the engine takes it.

    Args:
        protocol: The protocol that asks.
        question: What was asked.
        typed: The line, such as `2`, `1 3`, `4.5` or `?`.

    Raises:
        Misunderstood: It is no answer to this question.
    """
    typed = typed.strip()
    if not typed:
        raise Misunderstood(words.NOTHING_TYPED)
    if typed == words.NOT_SURE:
        if not question.unsure_text:
            raise Misunderstood(words.CANNOT_BE_UNSURE)
        return [UNSURE] if question.kind == "choose-any" else UNSURE
    raw = _number(question, typed) if question.is_numeric else _choice(question, typed)
    try:
        read_answers(protocol, {question.id: raw})
    except AnswersError as error:
        (problem,) = error.problems
        raise Misunderstood(problem.remedy) from error
    return raw


def _number(question: Question, typed: str) -> int | float:
    try:
        value = float(typed.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not question.minimum <= value <= question.maximum:  # also where it is no number
        raise Misunderstood(
            words.NOT_A_NUMBER.format(typed=typed, least=question.minimum, most=question.maximum)
        )
    if value.is_integer():
        return int(value)
    if question.kind != "number":
        raise Misunderstood(words.NOT_WHOLE)
    return value


def _choice(question: Question, typed: str) -> object:
    choices = question.choices
    chosen: list[str] = []
    for part in re.split(r"[\s,;]+", typed):
        place = int(part) if part.isascii() and part.isdecimal() and len(part) < 9 else 0
        if not 1 <= place <= len(choices):
            raise Misunderstood(words.NOT_A_CHOICE.format(typed=part, most=len(choices)))
        chosen.append(choices[place - 1].id)
    if question.kind == "choose-any":
        if NONE in chosen and len(set(chosen)) > 1:
            raise Misunderstood(words.NONE_ALONE.format(none=question.none_text))
        return chosen
    if len(chosen) > 1:
        raise Misunderstood(words.ONE_ONLY)
    return chosen[0]
