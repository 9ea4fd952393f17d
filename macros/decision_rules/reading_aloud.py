"""Conditions as a person would read them aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from triage_py.conditions import (
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
)

if TYPE_CHECKING:
    from triage_py import Protocol


def in_words(protocol: Protocol, condition: Condition) -> Markup:
    """Say a condition in the words of the questionnaire, as HTML."""
    match condition:
        case Chosen(question=id, options=options):
            question = protocol.questions[id]
            chosen = [option.text for option in question.options if option.id in options]
            return _answer(question.text, " or ".join(f"“{text}”" for text in chosen))
        case NoneTicked(question=id):
            question = protocol.questions[id]
            return _answer(question.text, f"“{question.none_text}”")
        case Unsure(question=id):
            question = protocol.questions[id]
            return _answer(question.text, f"“{question.unsure_text}”")
        case Compared(question=id, bound=bound, limit=limit):
            question = protocol.questions[id]
            return _answer(question.text, f"{bound} {limit:g} {question.unit}".strip())
        case Holds(sign=sign):
            named = next(found for found in protocol.signs if found.id == sign)
            return escape(named.text)
        case NoneOf(parts=parts):
            return _list("None of these", [in_words(protocol, part) for part in parts])
        case AtLeast(count=count, parts=parts):
            words = [in_words(protocol, part) for part in parts]
            if len(words) == 1:
                return words[0]
            if count == len(parts):
                return _list("All of these", words)
            return _list("Any of these" if count == 1 else f"At least {count} of these", words)


def _answer(question: str, answer: str) -> Markup:
    return Markup('<span class="rule__question">{}</span> {}').format(question, answer)


def _list(heading: str, items: list[Markup]) -> Markup:
    listed = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("{}:<ul>{}</ul>").format(heading, listed)
