"""From answers to a disposition, with the rules that fired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage_py.answers import Answers, read_answers
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triage_py.conditions import Truth, Value
    from triage_py.protocol.rules import Pattern, Protocol, Rule


@dataclass(frozen=True, slots=True)
class Assessment:
    """What to do and how soon, and why."""

    disposition: Disposition
    pattern: Pattern
    fired: tuple[Rule, ...]
    """The rules that hold, most urgent first, in the order of the protocol within a level."""
    undecided: tuple[Rule, ...]
    """More urgent rules that answers not given, or unsure ones, leave open; most urgent first."""
    is_complete: bool
    """Whether every question that applies was answered."""
    answers: Answers
    """What was looked at: answers to questions that do not apply are left out."""

    @property
    def reasons(self) -> tuple[Rule, ...]:
        """The rules that lead to the disposition itself."""
        return tuple(rule for rule in self.fired if rule.disposition == self.disposition)


def assess(protocol: Protocol, answers: Mapping[str, object]) -> Assessment:
    """Say what to do and how soon, given the answers so far.

    The disposition is the most urgent among the rules that fired; no rule can lower another.
    Nothing fired is not good news: self-care needs its own rules to hold, and every more urgent
    rule to be ruled out. An answer that is missing or unsure rules nothing out.

    Args:
        protocol: A checked protocol, as `read_protocol` returns it.
        answers: What the person said, checked (`Answers`) or raw as in JSON.

    Returns:
        The disposition, the rules that fired, and the more urgent ones that are still open.

    Raises:
        AnswersError: Raw answers do not fit the questionnaire.
    """
    given = applicable(protocol, read_answers(protocol, answers))
    said = given.plain
    truths = [(rule, rule.when.evaluate(said)) for rule in protocol.rules]
    open_rules = [rule for rule, truth in truths if truth is None and rule.disposition is not None]
    disposition = disposition_of(protocol, (rule for rule, truth in truths if truth), open_rules)
    fired = [rule for rule, truth in truths if truth and _is_told(protocol, rule, disposition)]
    return Assessment(
        disposition,
        _pattern(protocol, disposition, truths),
        tuple(sorted(fired, key=_most_urgent_first)),
        tuple(
            sorted(
                (rule for rule in open_rules if (rule.disposition or 0) > disposition),
                key=_most_urgent_first,
            )
        ),
        all(question in said for question in _asked(protocol, said)),
        given,
    )


def disposition_of(
    protocol: Protocol, fired: Iterable[Rule], undecided: Iterable[Rule]
) -> Disposition:
    """The most urgent among the rules that hold; self-care only where all others are ruled out.

    Args:
        protocol: Whose default counts where nothing else does.
        fired: The rules that hold.
        undecided: The rules that answers not given, or unsure ones, leave open.
    """
    worst = max((rule.disposition for rule in fired if rule.disposition is not None), default=None)
    if worst is None or (
        worst == Disposition.SELF_CARE
        and any(rule.disposition != Disposition.SELF_CARE for rule in undecided)
    ):
        return protocol.default_disposition
    return worst


def applicable(protocol: Protocol, answers: Answers) -> Answers:
    """Drop answers to questions that, by the other answers, are not asked."""
    asked = _asked(protocol, answers.plain)
    return answers if all(id in asked for id in answers.plain) else answers.keeping(asked)


def _asked(protocol: Protocol, answers: Mapping[str, Value]) -> set[str]:
    """The questions that apply. A gate can itself depend on a question that does not apply."""
    asked: set[str] = set()
    kept: dict[str, Value] = {}
    for id, question in protocol.questions.items():
        if question.ask_when is None or question.ask_when.evaluate(kept) is not False:
            asked.add(id)
            if id in answers:
                kept[id] = answers[id]
    return asked


def _is_told(protocol: Protocol, rule: Rule, disposition: Disposition) -> bool:
    """A reassuring reason beside more urgent advice would talk a person out of it."""
    if rule.disposition is not None:
        return rule.disposition != Disposition.SELF_CARE or disposition == Disposition.SELF_CARE
    return rule.pattern is None or protocol.pattern(rule.pattern).up_to >= disposition


def _pattern(
    protocol: Protocol, disposition: Disposition, truths: list[tuple[Rule, Truth]]
) -> Pattern:
    found = {rule.pattern for rule, truth in truths if truth and rule.pattern is not None}
    for pattern in protocol.patterns:
        if pattern.id in found and pattern.up_to >= disposition:
            return pattern
    return protocol.pattern(protocol.default_pattern)


def _most_urgent_first(rule: Rule) -> int:
    return -1 if rule.disposition is None else -int(rule.disposition) - 2
