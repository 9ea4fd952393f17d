"""The interview, one question at a time, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.interview import Ask, next_step
from triage_py.terminal import words
from triage_py.terminal.typed_answers import Misunderstood, read_typed

if TYPE_CHECKING:
    from triage_py.assessment import Assessment
    from triage_py.protocol import Protocol, Question
    from triage_py.terminal.presenting import Presenter


class Stopped(Exception):  # noqa: N818 - nothing failed
    """Somebody stopped before the end."""


def converse(protocol: Protocol, presenter: Presenter) -> Assessment:
    """Ask until nothing is left to ask that could change the advice.

    Answers live in this function alone: nothing is written down.

    Args:
        protocol: What is asked.
        presenter: Shows it, and gives what is typed.

    Raises:
        Stopped: Somebody typed the word for it, or no more input comes.
    """
    answers: dict[str, object] = {}
    presenter.welcome()
    while True:
        step = next_step(protocol, answers)
        if not isinstance(step, Ask):
            presenter.result(step.assessment)
            return step.assessment
        question = next(one for one in step.questions if one.id not in answers)
        presenter.ask(step, question)
        answer = _answer(protocol, question, presenter)
        if answer is not None:
            answers[question.id] = answer
        elif answers:
            answers.popitem()  # the last one given: its question is asked again
        else:
            presenter.tell(words.AT_START)


def _answer(protocol: Protocol, question: Question, presenter: Presenter) -> object | None:
    """What was answered, or None for the way back."""
    while True:
        try:
            typed = presenter.line().strip()
        except EOFError as error:
            raise Stopped from error
        match typed.casefold():
            case words.STOP:
                raise Stopped
            case words.BACK:
                return None
            case words.WHY:
                presenter.tell(question.why or words.NO_WHY)
                continue
        try:
            return read_typed(protocol, question, typed)
        except Misunderstood as misunderstood:
            presenter.tell(str(misunderstood))
