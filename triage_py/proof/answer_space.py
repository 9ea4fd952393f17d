"""Every possible set of answers to a protocol's questions, as variables.

One `Sheet` is one person's answers, all of them open: for each question whether it was answered,
for each option (and "I'm not sure") whether it was chosen or ticked, for each number its value.
Answers to questions that are not asked are part of it: the engine has to drop them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import NONE, UNSURE
from triage_py.proof.logic import (
    TRUE,
    Formula,
    Model,
    Number,
    at_least,
    at_most,
    boolean,
    both,
    either,
    implies,
    is_true,
    negate,
    number,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from triage_py.protocol import Protocol, Question


class Sheet:
    """One set of answers, complete or not, with every value open.

    Args:
        protocol: The protocol that asks.
        name: Told apart from other sheets by this.
    """

    def __init__(self, protocol: Protocol, name: str = "") -> None:
        self.protocol = protocol
        self.given: dict[str, Formula] = {}
        self.ticked: dict[tuple[str, str], Formula] = {}
        self.number: dict[str, Number] = {}
        for question in protocol.questions.values():
            self.leave_open(question, name)

    def leave_open(self, question: Question, name: str) -> None:
        """Any answer to one question is possible, told apart from others by the name."""
        self.given[question.id] = boolean(f"{name}{question.id}?")
        for option in ticks(question):
            self.ticked[question.id, option] = boolean(f"{name}{question.id}:{option}")
        if question.is_numeric:
            whole = question.kind != "number"
            self.number[question.id] = number(f"{name}{question.id}#", whole=whole)

    def apart_from(self, question: str, name: str) -> Sheet:
        """A sheet that can differ in the answer to one question only."""
        other = self._copy()
        other.leave_open(self.protocol.questions[question], name)
        return other

    def with_fewer_answers(self, name: str) -> tuple[Sheet, Formula]:
        """The same values with any of the answers left out, and what makes it so."""
        other = self._copy()
        other.given = {id: boolean(f"{name}{id}?") for id in self.given}
        return other, both(*(implies(other.given[id], self.given[id]) for id in self.given))

    def keeping(self, is_kept: Callable[[Question], bool]) -> Sheet:
        """The same sheet with the answers to some questions left out."""
        other = self._copy()
        for question in self.protocol.questions.values():
            if not is_kept(question):
                other.given[question.id] = negate(TRUE)
        return other

    def _copy(self) -> Sheet:
        other = object.__new__(Sheet)
        other.protocol = self.protocol
        other.given, other.ticked, other.number = (
            dict(self.given),
            dict(self.ticked),
            dict(self.number),
        )
        return other

    @property
    def is_possible(self) -> Formula:
        """Only what `read_answers` accepts: one option, or any number of them, in range."""
        return both(*map(self._is_possible, self.protocol.questions.values()))

    def _is_possible(self, question: Question) -> Formula:
        choices = [self.ticked[question.id, option] for option in ticks(question)]
        if question.kind == "choose-one":
            return both(at_least(1, choices), at_most(1, choices))
        if question.kind == "choose-any":
            return TRUE if question.none_text else either(*choices)
        value = self.number[question.id]
        return both(value >= question.minimum, value <= question.maximum)

    def unsure(self, question: str) -> Formula:
        """Whether "I'm not sure" was said to this question (which may be one that is not asked)."""
        return self.ticked.get((question, UNSURE), negate(TRUE))

    def says(self, question: str, raw: object) -> Formula:
        """The question was answered with exactly this raw answer, as JSON has it."""
        asked = self.protocol.questions[question]
        if asked.is_numeric and raw != UNSURE:
            value = both(self.number[question] == raw, negate(self.unsure(question)))
            return both(self.given[question], value)
        said = {raw} if isinstance(raw, str) else set(raw if isinstance(raw, list) else ())
        return both(
            self.given[question],
            *(
                self.ticked[question, option]
                if option in said
                else negate(self.ticked[question, option])
                for option in ticks(asked)
            ),
        )

    def simpler(self, question: str) -> Iterator[Formula]:
        """Ways to make the answer to one question easier to follow, the simplest first."""
        asked = self.protocol.questions[question]
        yield negate(self.given[question])
        if asked.none_text:
            yield self.says(question, [NONE])
        if asked.kind == "choose-any":
            for option in asked.options:
                yield self.says(question, [option.id])
        elif asked.is_numeric:
            calmest = asked.calmest_number
            yield self.says(question, asked.minimum if calmest is None else calmest)
        else:
            for option in asked.least_worrying:
                yield self.says(question, option.id)

    def is_exactly(self, raw: Mapping[str, object]) -> Formula:
        """These are all the answers that were given."""
        return both(
            *(
                self.says(id, raw[id]) if id in raw else negate(self.given[id])
                for id in self.protocol.questions
            )
        )

    def read(self, model: Model) -> dict[str, object]:
        """The answers of a model as raw answers for the engine."""
        raw: dict[str, object] = {}
        for id, question in self.protocol.questions.items():
            if not is_true(model, self.given[id]):
                continue
            chosen = [o for o in ticks(question) if is_true(model, self.ticked[id, o])]
            if question.kind == "choose-any":
                raw[id] = chosen or [NONE]
            elif chosen:
                raw[id] = chosen[0]
            else:
                raw[id] = value_of(model, self.number[id])
        return raw


def ticks(question: Question) -> list[str]:
    """The ids of all that can be ticked, with "not sure" where it can be said."""
    unsure = [UNSURE] if question.unsure_text else []
    return [option.id for option in question.options] + unsure
