"""The interview: which screen comes next, and when there is nothing left to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from triage_py.answers import Answers, read_answers
from triage_py.assessment import Assessment, applicable, assess
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py.protocol.questionnaire import Question, Screen
    from triage_py.protocol.rules import Protocol


@dataclass(frozen=True, slots=True)
class Ask:
    """Show this screen next."""

    screen: Screen
    questions: tuple[Question, ...]
    """The questions of the screen that apply, answered ones included."""
    so_far: Assessment
    screens_done: int
    screens_left: int
    """How many screens can still follow, this one included. More than will be, at most."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing left to ask that could change the advice."""

    assessment: Assessment


Step: TypeAlias = "Ask | Finished"


def next_step(protocol: Protocol, answers: Mapping[str, object]) -> Step:
    """Say which screen comes next, or that the interview is over and what came of it.

    It is over when every question that applies was answered, and sooner when a rule already calls
    for help today or now and no open rule could raise that any more.

    Args:
        protocol: A checked protocol.
        answers: What was said so far, in any order.

    Raises:
        AnswersError: Raw answers do not fit the questionnaire.
    """
    given = applicable(protocol, read_answers(protocol, answers))
    so_far = assess(protocol, given)
    # What is left over can call for help today as well, but it is no reason to ask no more.
    warned = bool(so_far.reasons) and so_far.disposition >= Disposition.URGENT
    settled = warned and not so_far.undecided
    waiting = [screen for screen in protocol.screens if _open_questions(screen, given)]
    if settled or not waiting:
        return Finished(so_far)
    screen = waiting[0]
    return Ask(
        screen,
        _applying(screen, given),
        so_far,
        screens_done=protocol.screens.index(screen),
        screens_left=len(waiting),
    )


def screens_shown(protocol: Protocol, answers: Answers) -> tuple[str, ...]:
    """The ids of the screens a person saw to give these answers, in order."""
    return tuple(
        screen.id
        for screen in protocol.screens
        if any(question.id in answers for question in screen.questions)
    )


def _applying(screen: Screen, given: Answers) -> tuple[Question, ...]:
    return tuple(
        question
        for question in screen.questions
        if question.ask_when is None or question.ask_when.evaluate(given) is not False
    )


def _open_questions(screen: Screen, given: Answers) -> tuple[Question, ...]:
    return tuple(question for question in _applying(screen, given) if question.id not in given)
