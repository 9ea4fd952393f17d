"""The same thing said twice: readers could not tell the two apart, nor which rule counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triage_py.protocol import Protocol
    from triage_py.protocol.tables import Findings


def no_text_twice(protocol: Protocol, findings: Findings) -> None:
    """Note options, and questions of a screen, with the same words as one before them."""
    for question in protocol.questions.values():
        path = f"questions.{question.id}.options"
        texts = [(f"{path}.{option.id}", option.text) for option in question.options]
        extra = [(f"questions.{question.id}", text) for text in _own_answers(protocol, question.id)]
        _twice(texts + extra, findings, "option", "Say how the two differ, or remove one.")
    for screen in protocol.screens:
        asked = [(f"questions.{q.id}.text", q.text) for q in screen.questions]
        _twice(asked, findings, "question of this screen", "Say how the two differ, or join them.")


def no_rule_twice(protocol: Protocol, findings: Findings) -> None:
    """Note rules that say the same as one before them."""
    seen: dict[tuple[object, ...], str] = {}
    for rule in protocol.rules:
        says = (rule.when, rule.disposition, rule.pattern)
        if says in seen:
            findings.add(
                rule.place,
                f'it says the same as rule "{seen[says]}".',
                "Remove one, and keep the sources of both.",
            )
        seen.setdefault(says, rule.id)


def _own_answers(protocol: Protocol, question: str) -> list[str]:
    asked = protocol.questions[question]
    return [text for text in (asked.none_text, asked.unsure_text) if text]


def _twice(texts: Iterable[tuple[str, str]], findings: Findings, what: str, remedy: str) -> None:
    seen: dict[str, str] = {}
    for where, text in texts:
        said = " ".join(text.casefold().split()).rstrip(".?!")
        if said and said in seen:
            other = seen[said].removesuffix(".text").rpartition(".")[2]
            findings.add(where, f'"{text}" stands at the {what} "{other}" too.', remedy)
        seen.setdefault(said, where)
