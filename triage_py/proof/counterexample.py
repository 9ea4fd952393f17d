"""A counterexample in plain words: who would get which advice, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triage_py.assessment import assess
from triage_py.conditions import NONE
from triage_py.proof.logic import Search

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py.proof.answer_space import Sheet
    from triage_py.proof.logic import Formula, Model
    from triage_py.protocol import Protocol

MOST_CALM_TOLD = 4
"""More answers "none of these" are told on one line."""


@dataclass(frozen=True)
class Counterexample:
    """What breaks a promise, and the one or two people whose answers show it.

    Attributes:
        protocol: The protocol that breaks it.
        claim: What does not hold, as a sentence.
        where: The key path in the protocol that it is about; empty for the whole.
        sheets: The answers of each person; none where nobody is the whole point.
        search: What found them, to look for simpler ones.
        model: The values that were found.
        remedy: What to do, where that is more than the promise's own remedy.
    """

    protocol: Protocol
    claim: str
    where: str = ""
    sheets: tuple[Sheet, ...] = ()
    search: Search | None = None
    model: Model | None = None
    remedy: str = ""

    @property
    def people(self) -> tuple[dict[str, object], ...]:
        """Raw answers of each person, as the engine reads them."""
        return tuple(sheet.read(self.model) for sheet in self.sheets)

    def simplest(self) -> Counterexample:
        """The same with as many answers as can be left out or calm, so that people can follow it."""
        if self.search is None:
            return self
        model: Model = self.model
        kept: list[Formula] = []
        for sheet in self.sheets:
            for id in reversed(self.protocol.questions):
                for simpler in sheet.simpler(id):
                    found = self.search.find(*kept, simpler)
                    if found is not None:
                        kept.append(simpler)
                        model = found
                        break
        return replace(self, model=model)

    def __str__(self) -> str:
        return told(self.protocol, self.claim, *self.people)


def look_for(
    protocol: Protocol, claim: str, sheets: tuple[Sheet, ...], *demands: Formula, where: str = ""
) -> Counterexample | None:
    """Search for answers that break a promise.

    Args:
        protocol: The protocol, possibly a damaged one.
        claim: What does not hold if there are any, as a sentence.
        sheets: The one or two people to tell about.
        demands: What makes their answers a counterexample.
        where: The key path in the protocol that the claim is about.

    Returns:
        The counterexample, or None: there is none, and the promise is proved.

    Raises:
        TimeoutError: No answer in time.
    """
    search = Search(*demands)
    model = search.find()
    return None if model is None else Counterexample(protocol, claim, where, sheets, search, model)


def told(protocol: Protocol, claim: str, *people: Mapping[str, object]) -> str:
    """Say what is wrong, and the answers of one or two people that show it.

    With two people only the second one's other answers are told. What each is advised comes from
    the engine, not from the formulas, so that a counterexample is never a slip of the encoding.

    Args:
        protocol: The protocol, possibly a damaged one.
        claim: What does not hold, as a sentence.
        people: Raw answers.
    """
    lines = [claim]
    first: Mapping[str, object] = {}
    for number, raw in enumerate(people):
        lines.append("One person says:" if number == 0 else "Another says the same, but:")
        lines += [f"  {line}" for line in _answers(protocol, raw, first)] or ["  nothing at all"]
        advice, *reasons = _advice(protocol, raw)
        lines += [f"  -> {advice}", *(f"     {reason}" for reason in reasons)]
        first = raw
    return "\n".join(lines)


def _answers(
    protocol: Protocol, raw: Mapping[str, object], known: Mapping[str, object]
) -> list[str]:
    said = []
    for id, question in protocol.questions.items():
        if id in raw and raw[id] != known.get(id):
            words = {option.id: option.text for option in question.choices}
            value = raw[id]
            items = value if isinstance(value, list) else [value]
            plain = [f"{item:g}" if isinstance(item, float) else str(item) for item in items]
            answer = "; ".join(words.get(id, f"{id} {question.unit}".rstrip()) for id in plain)
            ids = " + ".join(plain)
            said.append(f"{question.text} {answer} [{id}: {ids}]")
        elif id in known and id not in raw:
            said.append(f"{question.text} (no answer) [{id}]")
    calm = [id for id in protocol.questions if raw.get(id) == [NONE]]
    if len(calm) > MOST_CALM_TOLD and not known:
        said = [line for line in said if not line.endswith(f": {NONE}]")]
        said.append(f"{NONE} to the rest: {', '.join(calm)}")
    return said


def _advice(protocol: Protocol, raw: Mapping[str, object]) -> list[str]:
    found = assess(protocol, raw)
    words = protocol.words[found.disposition]
    lines = [f"{words.label} ({found.disposition.id}). {found.pattern.title}."]
    lines += [f"because: {rule.because} [{rule.place}]" for rule in found.reasons]
    if not found.reasons:
        lines.append(f"because: {protocol.default_because} [default]")
    return lines
