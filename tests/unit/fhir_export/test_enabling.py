"""Whether a question is shown: FHIR says the same as the engine, for every way to answer."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.fhir_export.forms import asked, items_in, unfinished
from triage_py.export.fhir.enabling import EXPRESSION
from triage_py.export.fhir.questionnaire import fhir_questionnaire

if TYPE_CHECKING:
    from triage_py.export.fhir.items import FhirForm

UNANSWERED = None
WAYS: dict[str, list[Any]] = {
    "colour": [UNANSWERED, "red", "blue", "green", "unsure"],
    "marks": [
        UNANSWERED, ["none"], ["dots"], ["lines"], ["dots", "lines"], ["unsure"], ["dots", "unsure"],
        ["lines", "unsure"],
    ],
    "rings": [UNANSWERED, ["none"], ["gold"]],
    "weight": [UNANSWERED, 4, 5, 7],
    "size": [UNANSWERED, "unsure", 1.5, 1.6],
}  # fmt: skip
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


def every_answering() -> Iterator[dict[str, Any]]:
    """All 1,920 ways to answer the questions that gates look at."""
    for values in product(*WAYS.values()):
        chosen = zip(WAYS, values, strict=True)
        yield {id: value for id, value in chosen if value is not UNANSWERED}


def test_a_flat_list_is_shown_exactly_when_the_engine_asks(gates_form: FhirForm) -> None:
    """Read here as R4 defines it: a clause holds if one answer fits; "any" joins them."""
    questionnaire = fhir_questionnaire(gates_form)
    flat = [
        item for item in items_in(questionnaire)
        if "enableWhen" in item and item["linkId"] in gates_form.protocol.questions
    ]  # fmt: skip
    wrong = set()
    for answers in every_answering():
        said = answers_in(unfinished(gates_form, questionnaire, answers))
        wanted = set(asked(gates_form.protocol, answers))
        wrong |= {
            (item["linkId"], str(answers))
            for item in flat
            if _is_shown(item, said) != (item["linkId"] in wanted)
        }

    assert len(flat) > 20
    assert wrong == set()


def test_a_group_is_shown_whenever_one_of_its_questions_is(gates_form: FhirForm) -> None:
    """Its heading may stay too long, but it never takes a question along."""
    questionnaire = fhir_questionnaire(gates_form)
    groups = {item["linkId"]: item for item in items_in(questionnaire) if item["type"] == "group"}

    assert "enableWhen" not in groups["form.screen.gated"]
    assert groups["form.screen.shut"]["enableWhen"]
    for answers in every_answering():
        said = answers_in(unfinished(gates_form, questionnaire, answers))
        is_asked = "first-shut" in asked(gates_form.protocol, answers)
        assert _is_shown(groups["form.screen.shut"], said) == is_asked


def test_what_a_flat_list_cannot_say_is_an_expression(gates_form: FhirForm) -> None:
    """And nothing else beside it: who does not know the extension shows the question always."""
    told = {
        item["linkId"]: item
        for item in items_in(fhir_questionnaire(gates_form))
        if any(extension["url"] == EXPRESSION for extension in item.get("extension", []))
    }

    assert set(told) == {
        "nothing-ticked", "both", "two-of-three", "not-dots", "not-unsure-of-any", "neither",
        "not-two-of-three", "deep",
    }  # fmt: skip
    assert not any("enableWhen" in item for item in told.values())


def test_the_ambiguous_operator_is_never_used(gates_form: FhirForm, shipped_form: FhirForm) -> None:
    """R4 defines `!=` by "at least no answer": for several answers that can be read in two ways."""
    for form in (gates_form, shipped_form):
        clauses = [
            clause
            for item in items_in(fhir_questionnaire(form))
            for clause in item.get("enableWhen", [])
        ]
        assert clauses
        assert {clause["operator"] for clause in clauses} <= {"exists", *COMPARE}


@pytest.mark.parametrize("name", ["gates_form", "shipped_form", "plant_form"])
def test_with_nothing_said_nothing_is_hidden(name: str, request: pytest.FixtureRequest) -> None:
    """What nobody answered rules nothing out."""
    form = request.getfixturevalue(name)
    for item in items_in(fhir_questionnaire(form)):
        if item["linkId"] in form.protocol.questions:
            assert _is_shown(item, {})


def answers_in(response: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The answers of a response by the id of their item, as enableWhen compares them."""
    return {
        item["linkId"]: [_comparable(answer) for answer in item["answer"]]
        for item in items_in(response)
        if "answer" in item
    }


def _comparable(answer: Mapping[str, Any]) -> Any:
    (value,) = answer.values()
    return (value["system"], value["code"]) if isinstance(value, dict) else value


def _is_shown(item: Mapping[str, Any], said: Mapping[str, list[Any]]) -> bool:
    clauses = item.get("enableWhen", [])
    assert len(clauses) < 2 or item["enableBehavior"] == "any"
    return not clauses or any(_holds(clause, said) for clause in clauses)


def _holds(clause: Mapping[str, Any], said: Mapping[str, list[Any]]) -> bool:
    given = said.get(clause["question"], [])
    (wanted,) = (value for key, value in clause.items() if key.startswith("answer"))
    if clause["operator"] == "exists":
        return bool(given) is bool(wanted)
    if isinstance(wanted, dict):
        wanted = (wanted["system"], wanted["code"])
    return any(COMPARE[clause["operator"]](value, wanted) for value in given)
