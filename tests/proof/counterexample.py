"""A counterexample in plain words: who would get which advice, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py import assess
from triage_py.conditions import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py import Protocol


def told(protocol: Protocol, claim: str, *people: Mapping[str, object]) -> str:
    """Say what is wrong, and the answers of one or two people that show it.

    With two people only the second one's other answers are told. What each is advised comes from
    the engine, not from the formulas, so that a counterexample is never a slip of the encoding.

    Args:
        protocol: The protocol, possibly a damaged one.
        claim: What does not hold, as a sentence.
        people: Raw answers.
    """
    lines = ["", claim]
    first: Mapping[str, object] = {}
    for number, raw in enumerate(people):
        lines.append("One person says:" if number == 0 else "Another says the same, but:")
        lines += [f"  {line}" for line in _answers(protocol, raw, first)] or ["  nothing"]
        lines.append(f"  -> {_advice(protocol, raw)}")
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
            answer = "; ".join(words.get(str(item), str(item)) for item in items)
            if value != [NONE] or known:
                said.append(f"{question.text} ({id}) {answer} {value}")
        elif id in known and id not in raw:
            said.append(f"{question.text} ({id}) not answered")
    calm = [id for id in protocol.questions if raw.get(id) == [NONE]]
    if calm and not known:
        said.append(f"none of these: {', '.join(calm)}")
    return said


def _advice(protocol: Protocol, raw: Mapping[str, object]) -> str:
    found = assess(protocol, raw)
    reasons = ", ".join(rule.id for rule in found.reasons) or "by default"
    return f"{found.disposition.id} ({reasons}), pattern {found.pattern.id}"
