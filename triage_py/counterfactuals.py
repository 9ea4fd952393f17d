"""What the advice would be had one or two answers been others.

An explanation asks this by the hundred, in a browser between two pictures of the screen. So only
the rules that read a changed answer are looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage_py.assessment import assess, disposition_of
from triage_py.conditions import questions_read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py.assessment import Assessment
    from triage_py.conditions import Value
    from triage_py.dispositions import Disposition
    from triage_py.protocol.rules import Protocol, Rule


@dataclass(frozen=True, slots=True)
class Outcome:
    """What another assessment would say."""

    disposition: Disposition
    is_complete: bool


class Counterfactuals:
    """Other assessments than the one that was made.

    Args:
        protocol: The protocol that the assessment was made with.
        assessment: What `assess` returned.
    """

    def __init__(self, protocol: Protocol, assessment: Assessment) -> None:
        self._protocol = protocol
        self._assessment = assessment
        said = assessment.answers.plain
        self._rules = [
            (rule, rule.when.evaluate(said))
            for rule in protocol.rules
            if rule.disposition is not None
        ]
        self._gates = frozenset[str]().union(
            *(
                questions_read(question.ask_when)
                for question in protocol.questions.values()
                if question.ask_when is not None
            )
        )
        self._split: dict[frozenset[str], tuple[list[Rule], list[Rule], list[Rule]]] = {}

    def outcome(self, others: Mapping[str, Value]) -> Outcome:
        """What `assess` would say.

        Args:
            others: Other answers to questions that were answered, checked, by question.
        """
        if not self._gates.isdisjoint(others):  # then other questions might be asked
            answers = self._assessment.answers
            for question, value in others.items():
                answers = answers.adding(question, value)
            there = assess(self._protocol, answers)
            return Outcome(there.disposition, there.is_complete)
        said = {**self._assessment.answers.plain, **others}
        fired, undecided, again = self._without(frozenset(others))
        truths = [(rule, rule.when.evaluate(said)) for rule in again]
        disposition = disposition_of(
            self._protocol,
            [*fired, *(rule for rule, truth in truths if truth)],
            [*undecided, *(rule for rule, truth in truths if truth is None)],
        )
        return Outcome(disposition, self._assessment.is_complete)

    def _without(self, questions: frozenset[str]) -> tuple[list[Rule], list[Rule], list[Rule]]:
        """The rules that hold and that are open whatever is said there, and those that read it."""
        if questions not in self._split:
            apart = [
                (rule, truth) for rule, truth in self._rules if questions.isdisjoint(rule.reads)
            ]
            self._split[questions] = (
                [rule for rule, truth in apart if truth],
                [rule for rule, truth in apart if truth is None],
                [rule for rule, _ in self._rules if not questions.isdisjoint(rule.reads)],
            )
        return self._split[questions]
