"""What Questionnaire and response share: the ids of their items, and the codes of their answers.

Ids of a protocol hold no dot. So `question.option` and `form.result` can never be taken twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from triage_py.export.fhir.words import ENGLISH, FhirWords, filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py.dispositions import Disposition
    from triage_py.export.fhir.names import FhirNames
    from triage_py.protocol.questionnaire import Option, Question, Screen
    from triage_py.protocol.rules import Pattern, Protocol, Rule

Resource: TypeAlias = dict[str, Any]
"""A FHIR resource, or a part of one, as JSON has it."""

RESULT = "form.result"
DISPOSITION = "form.result.disposition"
PATTERN = "form.result.pattern"
REASONS = "form.result.reasons"


@dataclass(frozen=True, slots=True)
class FhirForm:
    """A protocol on its way into FHIR: its names, the language's words, and what fills gaps."""

    protocol: Protocol
    names: FhirNames
    fill: Mapping[str, str]
    words: FhirWords = ENGLISH

    def text(self, text: str) -> str:
        """A text of the protocol with its gaps filled."""
        return filled(text, self.fill)

    def option(self, question: Question, option: Option) -> Resource:
        """The code of one option. Its quieter line belongs to what is said, so it is told too."""
        text = self.text(option.text)
        said = f"{text} ({self.text(option.hint)})" if option.hint else text
        return self._coding(option_code(question.id, option.id), said)

    def disposition(self, disposition: Disposition) -> Resource:
        """The code of what to do and how soon."""
        words = self.protocol.words[disposition]
        return self._coding(f"form.disposition.{disposition.id}", self.text(words.label))

    def pattern(self, pattern: Pattern) -> Resource:
        """The code of what the picture fits."""
        return self._coding(f"form.pattern.{pattern.id}", self.text(pattern.title))

    def rule(self, rule: Rule) -> Resource:
        """The code of one rule, with its reason."""
        return self._coding(f"form.rule.{rule.id}", self.text(rule.because))

    def no_rule(self) -> Resource:
        """The code for a result that no rule led to, with the protocol's reason."""
        return self._coding("form.no-rule", self.text(self.protocol.default_because))

    def _coding(self, code: str, display: str) -> Resource:
        return {"system": self.names.codes, "code": code, "display": display}


def option_code(question: str, option: str) -> str:
    """The code of an option: options of two questions can have one id."""
    return f"{question}.{option}"


def unsure_link(question: Question) -> str:
    """The item that holds "I'm not sure" where the answer is a number, which cannot say so."""
    return f"{question.id}.unsure"


def group_link(screen: Screen) -> str | None:
    """The group of a screen; None where its one question stands alone."""
    return f"form.screen.{screen.id}" if len(screen.questions) > 1 else None


def number_type(question: Question) -> str:
    """`integer`, or `decimal` where parts of a whole can be answered: FHIR has a type for each."""
    return "decimal" if question.kind == "number" else "integer"


def typed(kind: str) -> str:
    """The key that holds a value of a type, such as `valueInteger`."""
    return f"value{kind[0].upper()}{kind[1:]}"
