"""A finished check as a FHIR R4 QuestionnaireResponse, with what the engine said to it.

https://hl7.org/fhir/R4/questionnaireresponse.html. Every item and answer carries its words, so that
a person can read it without the questionnaire.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from triage_py.conditions import NONE, UNSURE
from triage_py.errors import MessageError, Problem
from triage_py.export.fhir.items import (
    DISPOSITION,
    PATTERN,
    REASONS,
    RESULT,
    group_link,
    number_type,
    typed,
    unsure_link,
)
from triage_py.export.fhir.narrative import response_narrative
from triage_py.interview import Ask, next_step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py.assessment import Assessment
    from triage_py.conditions import Value
    from triage_py.export.fhir.items import FhirForm, Resource
    from triage_py.protocol.questionnaire import Question, Screen

# As https://hl7.org/fhir/R4/datatypes.html#dateTime has it: a time of day needs its time zone.
_DATE_TIME = re.compile(
    r"(\d{4}(-\d\d(-\d\d)?)?)"
    r"|(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))"
)


def fhir_response(
    form: FhirForm,
    answers: Mapping[str, object],
    *,
    authored: str = "",
    file: str = "answers",
) -> Resource:
    """Write the answers of a finished check, and its result.

    Args:
        form: The protocol with its names in FHIR.
        answers: What was said, checked or raw.
        authored: When, as FHIR writes it: a date, or a date and time with a time zone. Left out
            where it is not given: nothing here reads a clock.
        file: The name of the answers to use in messages.

    Returns:
        The resource, ready for `json.dumps`.

    Raises:
        AnswersError: The answers do not fit the questionnaire.
        MessageError: The check is not finished, or `authored` is no such date.
    """
    if authored and not _is_date_time(authored):
        what = f'"{authored[:60]}" is no date.'
        remedy = "Write 2026-01-31, or 2026-01-31T09:30:00+01:00."
        raise MessageError([Problem("authored", what, remedy)], file)
    step = next_step(form.protocol, answers)
    if isinstance(step, Ask):
        left = [q.id for q in step.questions if q.id not in step.so_far.answers]
        what = f"the check is not finished: {', '.join(left)} was not answered."
        remedy = "Answer every question that is asked."
        raise MessageError([Problem("", what, remedy)], file)
    assessment = step.assessment
    items = _answered(form, assessment)
    result = _result(form, assessment)
    names = form.names
    return {
        "resourceType": "QuestionnaireResponse",
        "language": form.protocol.language,
        "text": response_narrative(form, items, result, authored),
        "questionnaire": f"{names.questionnaire}|{form.protocol.version}",
        "status": "completed",
        **({"authored": authored} if authored else {}),
        "item": [*items, result],
    }


def _is_date_time(text: str) -> bool:
    if not _DATE_TIME.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])  # a year or month alone begins on its first day
    except ValueError:
        return False
    return True


def _answered(form: FhirForm, assessment: Assessment) -> list[Resource]:
    items = []
    for screen in form.protocol.screens:
        questions = [
            _item(form, question, assessment.answers[question.id])
            for question in screen.questions
            if question.id in assessment.answers
        ]
        items += _grouped(form, screen, questions)
    return items


def _grouped(form: FhirForm, screen: Screen, questions: list[Resource]) -> list[Resource]:
    link = group_link(screen)
    if link is None or not questions:
        return questions
    return [{"linkId": link, "text": form.text(screen.text), "item": questions}]


def _item(form: FhirForm, question: Question, value: Value) -> Resource:
    if question.is_numeric and value == UNSURE:
        text = form.text(question.unsure_text)
        return {"linkId": unsure_link(question), "text": text, "answer": [{"valueBoolean": True}]}
    if question.is_numeric:
        kind = number_type(question)
        number: Any = int(float(str(value))) if kind == "integer" else value
        answer = [{typed(kind): number}]
    else:
        chosen = (value or {NONE}) if isinstance(value, frozenset) else {value}
        answer = [
            {"valueCoding": form.option(question, choice)}
            for choice in question.choices
            if choice.id in chosen
        ]
    return {"linkId": question.id, "text": form.text(question.text), "answer": answer}


def _result(form: FhirForm, assessment: Assessment) -> Resource:
    words = form.words
    reasons = [form.rule(rule) for rule in assessment.fired]
    if not assessment.reasons:
        reasons.insert(0, form.no_rule())
    fields = [
        (DISPOSITION, words.disposition, [form.disposition(assessment.disposition)]),
        (PATTERN, words.pattern, [form.pattern(assessment.pattern)]),
        (REASONS, words.reasons, reasons),
    ]
    items = [
        {"linkId": link, "text": text, "answer": [{"valueCoding": coding} for coding in codings]}
        for link, text, codings in fields
    ]
    return {"linkId": RESULT, "text": words.result, "item": items}
