"""Questions behind a question that is itself not asked of everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.conditions import AtLeast, Condition, Holds, NoneOf

if TYPE_CHECKING:
    from triage_py.protocol import Protocol
    from triage_py.protocol.tables import Findings


def gates_name_those_before_them(protocol: Protocol, findings: Findings) -> None:
    """Note a gate that reads a gated question and not what that one waits for.

    A question is asked unless its gate is false. Whoever is not asked the first question has said
    nothing about it, which is unknown and not false, and so would be asked the second out of the
    blue.
    """
    for question in protocol.questions.values():
        if question.ask_when is None:
            continue
        named = _parts(question.ask_when)
        for part in named:
            before = None if isinstance(part, AtLeast | NoneOf | Holds) else part.question
            gate = protocol.questions[before].ask_when if before else None
            if gate is not None and not _parts(gate) <= named:
                findings.add(
                    f"questions.{question.id}.ask_when",
                    f'"{before}" is not asked of everybody. Who is not asked it would be asked '
                    "this question.",
                    f'Write ask_when = {{ all = [ … ] }} with the ask_when of "{before}" and this.',
                )


def _parts(gate: Condition) -> set[Condition]:
    """What has to hold all together."""
    is_all = isinstance(gate, AtLeast) and gate.count == len(gate.parts)
    return set(gate.parts) if isinstance(gate, AtLeast) and is_all else {gate}
