"""Answers: what was said, what was left unsure, what was not asked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from triage_py.conditions import NONE, UNSURE, Value
from triage_py.errors import AnswersError, Problem, did_you_mean
from triage_py.protocol.tables import name_of

if TYPE_CHECKING:
    from triage_py.protocol.questionnaire import Question
    from triage_py.protocol.rules import Protocol


class Answers(Mapping[str, Value]):
    """Checked answers by question id. They never change: `adding` gives new ones.

    A question that is not in here was not asked or not answered: unknown, never "no".
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(values)

    def __getitem__(self, question: str) -> Value:
        return self._values[question]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Answers({self._values!r})"

    @property
    def plain(self) -> Mapping[str, Value]:
        """The same to look things up in, in half the time: an explanation does so by the thousand."""
        return self._values

    def adding(self, question: str, value: Value) -> Answers:
        """The same answers with one more, or one changed."""
        return Answers({**self._values, question: value})

    def keeping(self, questions: frozenset[str] | set[str]) -> Answers:
        """Only the answers to these questions."""
        return Answers({id: value for id, value in self._values.items() if id in questions})


def read_answers(protocol: Protocol, raw: object, file: str = "answers") -> Answers:
    """Check raw answers against the protocol's questions.

    Args:
        protocol: The protocol that asks.
        raw: Question id to option id, list of option ids, or number, as in JSON.
        file: The name to use in messages.

    Returns:
        The answers in the order of the questionnaire, whatever order they came in.

    Raises:
        AnswersError: An answer names an unknown question or option, or is of the wrong type
            (all are named).
    """
    if isinstance(raw, Answers):
        return raw
    if not isinstance(raw, Mapping):
        what = f"expected an object of answers, found {name_of(raw)}."
        raise AnswersError([Problem("", what, 'Write {"question": "option", …}.')], file)
    problems = []
    values: dict[str, Value] = {}
    for id in raw:
        if id not in protocol.questions:
            what = f'there is no question "{str(id)[:60]}".'
            known = did_you_mean(str(id)[:60], protocol.questions)
            problems.append(Problem(str(id)[:60], what, known))
    for id, question in protocol.questions.items():
        if id in raw:
            value = _value(question, raw[id])
            if isinstance(value, Problem):
                problems.append(value)
            else:
                values[id] = value
    if problems:
        raise AnswersError(problems, file)
    return Answers(values)


def write_answers(protocol: Protocol, answers: Answers) -> dict[str, object]:
    """The answers as JSON has them, options in the order of the questionnaire."""
    written: dict[str, object] = {}
    for id, value in answers.items():
        if isinstance(value, frozenset):
            order = [option.id for option in protocol.questions[id].choices]
            written[id] = [option for option in order if option in value] or [NONE]
        else:
            written[id] = value
    return written


def _value(question: Question, raw: object) -> Value | Problem:
    if raw == UNSURE and question.unsure_text:
        return frozenset({UNSURE}) if question.kind == "choose-any" else UNSURE
    if question.is_numeric:
        return _number(question, raw)
    known = [option.id for option in question.choices]
    if question.kind == "choose-any":
        return _ticked(question, [raw] if isinstance(raw, str) else raw, known)
    if not isinstance(raw, str):
        return Problem(
            question.id, f"expected one option, found {name_of(raw)}.", "Give one option id."
        )
    return raw if raw in known else _unknown_option(question, raw, known)


def _number(question: Question, raw: object) -> Value | Problem:
    remedy = f"Give a number from {question.minimum} to {question.maximum}."
    if question.kind != "number":
        remedy = remedy.replace("a number", "a whole number")
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return Problem(question.id, f"expected a number, found {name_of(raw)}.", remedy)
    if isinstance(raw, float) and (
        not math.isfinite(raw) or (question.kind != "number" and not raw.is_integer())
    ):
        return Problem(question.id, f"{raw} cannot be used here.", remedy)
    if not question.minimum <= raw <= question.maximum:
        return Problem(question.id, f"{name_of(raw)} is out of range.", remedy)
    return raw


def _ticked(question: Question, raw: object, known: list[str]) -> Value | Problem:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        what = f"expected a list of options, found {name_of(raw)}."
        return Problem(question.id, what, 'Give a list such as ["none"].')
    if not raw:
        what = "an empty list does not say what was meant."
        return Problem(question.id, what, f'Give ["{NONE}"], or leave the question out.')
    for item in raw:
        if item not in known:
            return _unknown_option(question, item, known)
    if NONE in raw and len(set(raw)) > 1:
        what = f'"{NONE}" was given together with other options.'
        return Problem(question.id, what, f'Give either ["{NONE}"] or the other options.')
    return frozenset(item for item in raw if item != NONE)


def _unknown_option(question: Question, option: str, known: list[str]) -> Problem:
    what = f'there is no option "{option[:60]}".'
    return Problem(question.id, what, did_you_mean(option[:60], known))
