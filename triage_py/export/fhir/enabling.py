"""When a question is shown, said in FHIR.

The engine asks a question unless its condition is false; a condition that is unknown asks it. So
what is written here is "not false": an answer that is missing, or "I'm not sure", shows the question.

`enableWhen` is one flat list, joined by "any" here. A condition that fits it exactly is written so.
Every other one becomes an `enableWhenExpression` in FHIRPath, as the SDC guide has it. A program
that does not know that extension ignores it and shows the question always: too much, never too
little. Both at once are not allowed. The operator `!=` is not used: R4 defines it by "at least no
answer", which programs may read in two ways where several answers are given.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from triage_py.conditions import (
    NONE,
    UNSURE,
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
)
from triage_py.export.fhir.items import number_type, option_code, unsure_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from triage_py.conditions import Bound
    from triage_py.export.fhir.items import FhirForm, Resource
    from triage_py.protocol.questionnaire import Question

EXPRESSION = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"

_OPERATORS: dict[Bound, str] = {
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "less than": "<",
}
_OPPOSITE: dict[Bound, Bound] = {
    "at least": "less than",
    "at most": "more than",
    "more than": "at most",
    "less than": "at least",
}


def shown_unless_false(form: FhirForm, condition: Condition) -> Resource:
    """The part of an item that shows it unless a condition is false.

    Returns:
        `enableWhen` with `enableBehavior`, or `extension` with an expression.
    """
    flat = _Flat(form).not_false(condition)
    if flat is None:
        return {"extension": [_expression(_Path(form).not_false(condition))]}
    return any_of(flat)


def heading_shown(form: FhirForm, gates: Iterable[Condition]) -> Resource:
    """The part of a group that shows it once one of its questions is shown.

    Where no flat list can say so it is empty: a heading without a question beats a hidden question.
    """
    return any_of(_together(gates, _Flat(form).not_false) or [])


def any_of(clauses: list[Resource]) -> Resource:
    """`enableWhen` that holds once one of its clauses does."""
    if not clauses:
        return {}
    return {"enableWhen": clauses, **({"enableBehavior": "any"} if len(clauses) > 1 else {})}


def is_answered_with(form: FhirForm, question: Question, options: Iterable[str]) -> list[Resource]:
    """One clause for each of these options of a question, in the order of the questionnaire."""
    wanted = set(options)
    return [
        {"question": question.id, "operator": "=", "answerCoding": _code(form, question, choice.id)}
        for choice in question.choices
        if choice.id in wanted
    ]


class _Flat:
    """Conditions as a list of clauses of which one has to hold; None where there is no such list."""

    def __init__(self, form: FhirForm) -> None:
        self._form = form

    def not_false(self, condition: Condition) -> list[Resource] | None:
        match condition:
            case Holds(condition=named):
                return self.not_false(named)
            case AtLeast(count=1, parts=parts):
                return _together(parts, self.not_false)
            case AtLeast() | NoneOf() as joined:
                if len(joined.parts) > 1:
                    return None
                (part,) = joined.parts
                return self.not_false(part) if isinstance(joined, AtLeast) else self.not_true(part)
            case Compared(question=id, bound=bound, limit=limit):
                return [_missing(id), self._compared(id, bound, limit)]
            case Chosen(question=id, options=options):
                return self._one_of(id, {*options, UNSURE})
            case NoneTicked(question=id):
                # "Not sure" alone is unknown, beside an option it is false: no clause says "alone".
                return None if self._question(id).unsure_text else self._one_of(id, {NONE})
            case Unsure(question=id):
                return (
                    [_missing(id)] if self._question(id).is_numeric else self._one_of(id, {UNSURE})
                )

    def not_true(self, condition: Condition) -> list[Resource] | None:
        match condition:
            case Holds(condition=named):
                return self.not_true(named)
            case AtLeast(count=count, parts=parts):
                return _together(parts, self.not_true) if count == len(parts) else None
            case NoneOf(parts=parts):
                return _together(parts, self.not_false)
            case Compared(question=id, bound=bound, limit=limit):
                return [_missing(id), self._compared(id, _OPPOSITE[bound], limit)]
            case Chosen(question=id, options=options):
                return self._other_than(id, options)
            case NoneTicked(question=id):
                return self._one_of(id, self._choices(id) - {NONE})
            case Unsure(question=id) if self._question(id).is_numeric:
                link = unsure_link(self._question(id))
                return [_missing(link), {"question": link, "operator": "=", "answerBoolean": False}]
            case Unsure(question=id):
                return self._other_than(id, {UNSURE})

    def _one_of(self, id: str, options: Iterable[str]) -> list[Resource]:
        return [_missing(id), *is_answered_with(self._form, self._question(id), options)]

    def _other_than(self, id: str, options: Iterable[str]) -> list[Resource] | None:
        """Where several options can be ticked, another one being ticked says nothing of these."""
        if self._question(id).kind == "choose-any":
            return None
        return self._one_of(id, self._choices(id) - set(options))

    def _compared(self, id: str, bound: Bound, limit: float) -> Resource:
        if number_type(self._question(id)) == "decimal":
            return {"question": id, "operator": _OPERATORS[bound], "answerDecimal": limit}
        if not limit.is_integer():  # between two whole numbers: the next one on that side
            is_upward = bound in ("at least", "more than")
            bound = "at least" if is_upward else "at most"
            limit = math.ceil(limit) if is_upward else math.floor(limit)
        return {"question": id, "operator": _OPERATORS[bound], "answerInteger": int(limit)}

    def _choices(self, id: str) -> set[str]:
        return {choice.id for choice in self._question(id).choices}

    def _question(self, id: str) -> Question:
        return self._form.protocol.questions[id]


class _Path:
    """Conditions as FHIRPath over the response. Each part is true or false, never empty."""

    def __init__(self, form: FhirForm) -> None:
        self._form = form

    def not_false(self, condition: Condition) -> str:
        match condition:
            case Holds(condition=named):
                return self.not_false(named)
            case AtLeast(count=count, parts=parts):
                return _count(count, [self.not_false(part) for part in parts])
            case NoneOf(parts=parts):
                return f"({' or '.join(self.true(part) for part in parts)}).not()"
            case NoneTicked(question=id):
                ways = [f"{_answers(id)}.empty()", self._said(id, {NONE})]
                if self._question(id).unsure_text:
                    ways.append(f"({_answers(id)}.count() = 1 and {self._said(id, {UNSURE})})")
                return f"({' or '.join(ways)})"
            case Chosen(question=id, options=options):
                return f"({_answers(id)}.empty() or {self._said(id, {*options, UNSURE})})"
            case Unsure(question=id) if self._question(id).is_numeric:
                return f"{_answers(id)}.empty()"
            case Unsure(question=id):
                return f"({_answers(id)}.empty() or {self.true(condition)})"
            case Compared(question=id):
                return f"({_answers(id)}.empty() or {self.true(condition)})"

    def true(self, condition: Condition) -> str:
        match condition:
            case Holds(condition=named):
                return self.true(named)
            case AtLeast(count=count, parts=parts):
                return _count(count, [self.true(part) for part in parts])
            case NoneOf(parts=parts):
                return f"({' or '.join(self.not_false(part) for part in parts)}).not()"
            case NoneTicked(question=id):
                return self._said(id, {NONE})
            case Chosen(question=id, options=options):
                return self._said(id, options)
            case Unsure(question=id) if self._question(id).is_numeric:
                link = unsure_link(self._question(id))
                return f"{_answers(link)}.where($this = true).exists()"
            case Unsure(question=id):
                return self._said(id, {UNSURE})
            case Compared(question=id, bound=bound, limit=limit):
                number = int(limit) if limit.is_integer() else limit
                return f"{_answers(id)}.where($this {_OPERATORS[bound]} {number}).exists()"

    def _said(self, id: str, options: Iterable[str]) -> str:
        """Whether one of these options was answered."""
        wanted = set(options)
        codes = [
            f"code = '{option_code(id, choice.id)}'"
            for choice in self._question(id).choices
            if choice.id in wanted
        ]
        return f"{_answers(id)}.where({' or '.join(codes)}).exists()"

    def _question(self, id: str) -> Question:
        return self._form.protocol.questions[id]


def _together(
    parts: Iterable[Condition], read: Callable[[Condition], list[Resource] | None]
) -> list[Resource] | None:
    found: list[Resource] = []
    for part in parts:
        clauses = read(part)
        if clauses is None:
            return None
        found += [clause for clause in clauses if clause not in found]
    return found


def _count(count: int, parts: list[str]) -> str:
    if count in (1, len(parts)):
        return f"({(' or ' if count == 1 else ' and ').join(parts)})"
    return f"({' + '.join(f'iif({part}, 1, 0)' for part in parts)} >= {count})"


def _answers(link: str) -> str:
    """All answers to an item, however deep it stands in the response."""
    return f"%resource.repeat(item).where(linkId = '{link}').answer.value"


def _missing(link: str) -> Resource:
    return {"question": link, "operator": "exists", "answerBoolean": False}


def _code(form: FhirForm, question: Question, option: str) -> Resource:
    return {"system": form.names.codes, "code": option_code(question.id, option)}


def _expression(path: str) -> Resource:
    return {
        "url": EXPRESSION,
        "valueExpression": {"language": "text/fhirpath", "expression": path},
    }
