"""What every protocol promises, each with the search for somebody whom it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage_py.proof.emergency import emergency_that_goes_on, ticked_but_not_ended
from triage_py.proof.endings import (
    asked_again,
    ended_too_early,
    left_undecided,
    without_one_disposition,
)
from triage_py.proof.hidden_questions import hidden_while_unknown, raised_if_it_had_been_asked
from triage_py.proof.reachable import idle_options, unreachable
from triage_py.proof.self_care import self_care_without_emergency_answers, unearned_self_care
from triage_py.proof.stopping import changed_after_the_end, taken_back
from triage_py.proof.unsure_answers import (
    lowered_by_unsure,
    unsure_of_an_emergency_sign_is_not_urgent,
)
from triage_py.proof.worrying_answers import lowered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triage_py.proof.counterexample import Counterexample
    from triage_py.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Promise:
    """One property that holds for every possible set of answers."""

    id: str
    says: str
    """The promise, as one plain sentence."""
    remedy: str
    """What to do when it does not hold."""
    find: Callable[[Protocol], Iterable[Counterexample]]
    """Everybody whom it fails: nobody, and it is proved."""


def _total(protocol: Protocol) -> Iterator[Counterexample]:
    yield from _there(without_one_disposition(protocol), ended_too_early(protocol))
    yield from left_undecided(protocol)
    yield from asked_again(protocol)


def _stopping(protocol: Protocol) -> Iterator[Counterexample]:
    yield from _there(changed_after_the_end(protocol))


def _order(protocol: Protocol) -> Iterator[Counterexample]:
    yield from _there(taken_back(protocol))


def _monotone(protocol: Protocol) -> Iterator[Counterexample]:
    for question in protocol.questions.values():
        yield from _there(lowered(protocol, question))


def _unsure(protocol: Protocol) -> Iterator[Counterexample]:
    yield from _there(unsure_of_an_emergency_sign_is_not_urgent(protocol))
    for question in protocol.questions.values():
        if question.unsure_text:
            yield from _there(lowered_by_unsure(protocol, question))


def _hidden(protocol: Protocol) -> Iterator[Counterexample]:
    for question in protocol.questions.values():
        yield from raised_if_it_had_been_asked(protocol, question)
        yield from _there(hidden_while_unknown(protocol, question))


def _self_care(protocol: Protocol) -> Iterator[Counterexample]:
    yield from _there(unearned_self_care(protocol), self_care_without_emergency_answers(protocol))


def _emergency(protocol: Protocol) -> Iterator[Counterexample]:
    for question in protocol.screens[0].questions:
        for option in question.options:
            yield from _there(ticked_but_not_ended(protocol, question, option))
    yield from _there(emergency_that_goes_on(protocol))


def _reachable(protocol: Protocol) -> Iterator[Counterexample]:
    yield from unreachable(protocol)
    yield from idle_options(protocol, protocol.questions)


def _there(*found: Counterexample | None) -> Iterator[Counterexample]:
    yield from (one for one in found if one is not None)


_NAME_THE_GATE = "Name the question's ask_when in the rule too: when = { all = [ask_when, …] }."

PROMISES = (
    Promise(
        "total",
        "Every set of answers ends in exactly one advice, and leaves no rule undecided.",
        _NAME_THE_GATE,
        _total,
    ),
    Promise(
        "order",
        "What an answer has raised stays raised, whatever is answered next and in which order.",
        _NAME_THE_GATE,
        _order,
    ),
    Promise(
        "stopping",
        "Once the interview is over, no further answer would change the advice.",
        _NAME_THE_GATE,
        _stopping,
    ),
    Promise(
        "monotone",
        "A worse answer never lowers the advice.",
        "Mend the rule that the worse answer switches off, or the worry of the options "
        '(for a number: worse = "lower" or "neither").',
        _monotone,
    ),
    Promise(
        "unsure",
        "Not sure is never safer than no, and about an emergency sign it means help today.",
        'Give [questions.….unsure] a disposition and because, or rule it out with "… is unsure".',
        _unsure,
    ),
    Promise(
        "hidden",
        "A question that is not asked could not have raised the advice.",
        _NAME_THE_GATE,
        _hidden,
    ),
    Promise(
        "self-care",
        "Self-care is earned: its own rule holds and every more urgent rule is ruled out.",
        'Set default.disposition = "soon", and read the first screen in the rules.',
        _self_care,
    ),
    Promise(
        "emergency",
        "One emergency sign is an emergency, whatever else was said, and ends the interview.",
        'Add a rule for the sign alone, with disposition = "emergency".',
        _emergency,
    ),
    Promise(
        "reachable",
        "Every rule, question, pattern and worrying option decides something for someone.",
        "Mend what stops it, or remove it. An option that is normal has worry = 0.",
        _reachable,
    ),
)
"""In the order in which they are told."""
