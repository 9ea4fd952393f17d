"""The words that a flow chart adds to those of the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    from triage_py.conditions import Bound
    from triage_py.protocol import Protocol


@dataclass(frozen=True, slots=True)
class FlowWords:
    """In one language. Words in braces are filled in."""

    title: str = "How the questions lead to advice: {title}"
    part: str = "{title}, part {part} of {parts}"
    description: str = (
        "{screens} screens in the order of the questions. Below each stands what an answer there "
        "can lead to. At the end stand the results, the most urgent first."
    )
    only_if: str = "Only if: {condition}"
    stops: str = "The questions stop here."
    rules: str = "{count} rules"
    one_rule: str = "1 rule"
    end: str = "The most urgent result counts"
    default: str = "Also when no rule fits."
    earned: str = "Only if every warning above is ruled out, and one of these holds:"
    either: str = "or"
    both: str = "and"
    none_of: str = "none of: {parts}"
    at_least: str = "at least {count} of: {parts}"
    number_at_least: str = "at least {number}"
    number_at_most: str = "at most {number}"
    number_more_than: str = "more than {number}"
    number_less_than: str = "less than {number}"

    def rule_count(self, count: int) -> str:
        """Say how many rules there are."""
        return self.one_rule if count == 1 else self.rules.format(count=count)

    def bound(self, bound: Bound, number: str) -> str:
        """Say on which side of a limit a number lies."""
        said: dict[str, str] = {
            "at least": self.number_at_least,
            "at most": self.number_at_most,
            "more than": self.number_more_than,
            "less than": self.number_less_than,
        }
        return said[bound].format(number=number)


ENGLISH = FlowWords()


def short_words(protocol: Protocol, condition: Condition, words: FlowWords = ENGLISH) -> str:
    """Say a condition in the words of the questionnaire, on one line.

    An option is named without its question: in a chart the question stands a little above.
    """
    match condition:
        case Chosen(question=id, options=options):
            chosen = [o.text for o in protocol.questions[id].options if o.id in options]
            return f" {words.either} ".join(chosen)
        case NoneTicked(question=id):
            return f"{protocol.questions[id].text} {protocol.questions[id].none_text}"
        case Unsure(question=id):
            return f"{protocol.questions[id].text} {protocol.questions[id].unsure_text}"
        case Compared(question=id, bound=bound, limit=limit):
            question = protocol.questions[id]
            number = f"{limit:g} {question.unit}".strip()
            return f"{question.text} {words.bound(bound, number)}"
        case Holds(sign=sign):
            return next(named.text for named in protocol.signs if named.id == sign)
        case NoneOf(parts=parts):
            return words.none_of.format(parts=_listed(protocol, parts, words))
        case AtLeast(count=count, parts=parts):
            if count == len(parts):
                return f" {words.both} ".join(short_words(protocol, p, words) for p in parts)
            if count == 1:
                return f" {words.either} ".join(short_words(protocol, p, words) for p in parts)
            return words.at_least.format(count=count, parts=_listed(protocol, parts, words))


def _listed(protocol: Protocol, parts: tuple[Condition, ...], words: FlowWords) -> str:
    return "; ".join(short_words(protocol, part, words) for part in parts)
