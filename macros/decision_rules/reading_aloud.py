"""Conditions as a person would read them aloud."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

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
    from collections.abc import Mapping

    from triage_py import Protocol


def in_words(protocol: Protocol, condition: Condition, words: Mapping[str, Any]) -> Markup:
    """Say a condition in the words of the questionnaire, as HTML.

    Args:
        protocol: Whose questionnaire.
        condition: What is said.
        words: `decision_rules` of the language's words.
    """
    match condition:
        case Chosen(question=id, options=options):
            question = protocol.questions[id]
            chosen = [
                words["said"].format(answer=option.text)
                for option in question.options
                if option.id in options
            ]
            either = reduce(lambda one, two: words["or"].format(first=one, second=two), chosen)
            return _answer(question.text, either)
        case NoneTicked(question=id):
            question = protocol.questions[id]
            return _answer(question.text, words["said"].format(answer=question.none_text))
        case Unsure(question=id):
            question = protocol.questions[id]
            return _answer(question.text, words["said"].format(answer=question.unsure_text))
        case Compared(question=id, bound=bound, limit=limit):
            question = protocol.questions[id]
            number = f"{limit:g} {question.unit}".strip()
            bounded = words["bounds"][bound.replace(" ", "-")].format(number=number)
            return _answer(question.text, bounded)
        case Holds(sign=sign):
            named = next(found for found in protocol.signs if found.id == sign)
            return escape(named.text)
        case NoneOf(parts=parts):
            return _list(words["none_of"], [in_words(protocol, part, words) for part in parts])
        case AtLeast(count=count, parts=parts):
            said = [in_words(protocol, part, words) for part in parts]
            if len(said) == 1:
                return said[0]
            if count == len(parts):
                return _list(words["all_of"], said)
            some = words["any_of"] if count == 1 else words["at_least"].format(count=count)
            return _list(some, said)


def _answer(question: str, answer: str) -> Markup:
    return Markup('<span class="rule__question">{}</span> {}').format(question, answer)


def _list(heading: str, items: list[Markup]) -> Markup:
    listed = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("{}:<ul>{}</ul>").format(heading, listed)
