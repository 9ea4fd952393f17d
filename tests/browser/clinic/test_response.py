"""A program that knows FHIR but not us shows a saved check: its answers and its result."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.answers import BY_DISPOSITION
from tests.browser.clinic.form_program import FormProgram
from tests.unit.fhir_export.forms import items_in
from triage_py import assess
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.questionnaire import fhir_questionnaire
from triage_py.export.fhir.response import fhir_response


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_it_loads_and_comes_out_the_same(
    program: FormProgram, shipped: FhirForm, disposition: str
) -> None:
    """No answer and no part of the result is lost on the way through the program."""
    answers = BY_DISPOSITION[disposition]
    finished = fhir_response(shipped, answers, authored="2026-01-31")
    program.show(fhir_questionnaire(shipped), finished)

    assert assess(shipped.protocol, answers).disposition.id == disposition
    assert _codes(program.response()) == _codes(finished)


def test_a_person_can_read_the_result(program: FormProgram, shipped: FhirForm) -> None:
    """And cannot change it."""
    finished = fhir_response(shipped, BY_DISPOSITION["urgent"])
    program.show(fhir_questionnaire(shipped), finished)
    result = program.page.locator("[id^='form.result.disposition/']").first

    assert result.input_value() == "Get help today"
    assert result.is_disabled()


def _codes(response: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        item["linkId"]: [
            value["code"] if isinstance(value, dict) else value
            for answer in item["answer"]
            for value in answer.values()
        ]
        for item in items_in(response)
        if "answer" in item
    }
