"""A program that knows FHIR but not us asks what the engine asks, in its order."""

from __future__ import annotations

from typing import Any

import pytest

from macros.vignettes import read_vignettes
from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.clinic.conftest import ROOT
from tests.browser.clinic.form_program import FormProgram
from tests.unit.fhir_export.forms import asked, items_in, unfinished
from tests.unit.fhir_export.test_enabling import every_answering
from triage_py import Ask, next_step
from triage_py.export.fhir.enabling import EXPRESSION
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.questionnaire import fhir_questionnaire

PREGNANT: dict[str, Any] = {**SORE, "health": "pregnant", "pregnancy-signs": "none"}
PATHS: dict[str, Any] = {
    "start": {},
    "ruled out": {"emergency-signs": "none", "age": "adult", "health": "none"},
    "opened": {"emergency-signs": "none", "age": "adult", "health": ["cancer", "pregnant"]},
    "not sure": {"emergency-signs": "none", "age": "adult", "health": "unsure"},
    "opened and answered": PREGNANT,
    "closed again": {**PREGNANT, "health": "diabetes"},
    "all": SORE,
    **BY_DISPOSITION,
}


def interview(form: FhirForm, answers: dict[str, Any]) -> list[tuple[str, str]]:
    """Every question that the engine really puts to this person, screen by screen."""
    given: dict[str, Any] = {}
    told = []
    while isinstance(step := next_step(form.protocol, given), Ask):
        for question in step.questions:
            told.append((question.id, question.text))
            given[question.id] = answers[question.id]
    return told


def questions_in(form: FhirForm, shown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(link, text) for link, text in shown if link in form.protocol.questions]


@pytest.mark.parametrize("path", PATHS)
def test_it_shows_what_the_engine_asks(program: FormProgram, shipped: FhirForm, path: str) -> None:
    """From nothing answered to all answered, with a gate open, shut and undecided."""
    questionnaire = fhir_questionnaire(shipped)
    program.show(questionnaire, unfinished(shipped, questionnaire, PATHS[path]))
    shown = questions_in(shipped, program.shown())
    questions = shipped.protocol.questions

    assert shown == [(id, questions[id].text) for id in asked(shipped.protocol, PATHS[path])]


def test_another_topic_is_asked_the_same_way(program: FormProgram, other: FhirForm) -> None:
    """From the start; and after what its first vignette says."""
    questionnaire = fhir_questionnaire(other)
    questions = other.protocol.questions
    vignettes = read_vignettes(ROOT / "examples" / "ankle" / "content" / "self-check" / "vignettes")
    for answers in ({}, dict(vignettes[0].answers)):
        program.show(questionnaire, unfinished(other, questionnaire, answers))
        wanted = [(id, questions[id].text) for id in asked(other.protocol, answers)]
        assert questions_in(other, program.shown()) == wanted


@pytest.mark.parametrize("answers", [SORE, PREGNANT], ids=["gate shut", "gate open"])
def test_filled_in_by_hand_it_goes_the_way_of_the_interview(
    program: FormProgram, shipped: FhirForm, answers: dict[str, Any]
) -> None:
    """Click by click. At the end it holds the answers that were given, and no result."""
    questionnaire = fhir_questionnaire(shipped)
    program.show(questionnaire)
    for id, said in answers.items():
        assert id in dict(program.shown())
        if isinstance(said, int):
            program.write(id, said)
        else:
            program.choose(f"{id}.{said}")
    way = interview(shipped, answers)

    assert questions_in(shipped, program.shown()) == way
    made = {item["linkId"]: item for item in items_in(program.response()) if "answer" in item}
    wanted = {
        item["linkId"]: item
        for item in items_in(unfinished(shipped, questionnaire, answers))
        if "answer" in item
    }
    assert _values(made) == _values(wanted)


def test_a_sign_of_an_emergency_says_at_once_what_to_do(
    program: FormProgram, shipped: FhirForm
) -> None:
    """Exactly with the answers that alone mean an emergency, and never with the others."""
    program.show(fhir_questionnaire(shipped))
    (question,) = shipped.protocol.screens[0].questions
    assert "form.emergency" not in dict(program.shown())
    for option in question.choices:
        program.choose(f"{question.id}.{option.id}")
        is_told = "form.emergency" in dict(program.shown())
        assert is_told == (option in question.options), option.id
        program.choose(f"{question.id}.{option.id}")


def test_its_fhirpath_agrees_with_the_engine(program: FormProgram, gates: FhirForm) -> None:
    """For each condition that is an expression, over all ways to answer what these look at."""
    questionnaire = fhir_questionnaire(gates)
    expressions = {
        item["linkId"]: extension["valueExpression"]["expression"]
        for item in items_in(questionnaire)
        for extension in item.get("extension", [])
        if extension["url"] == EXPRESSION
    }
    beside = {"rings", "size"}
    assert not any(f"'{id}'" in expression for id in beside for expression in expressions.values())
    answerings = [answers for answers in every_answering() if not beside & answers.keys()]
    said = program.evaluate(
        expressions, [unfinished(gates, questionnaire, answers) for answers in answerings]
    )
    wrong = [
        (id, answers)
        for answers, verdicts in zip(answerings, said, strict=True)
        for id, verdict in verdicts.items()
        if verdict != [id in asked(gates.protocol, answers)]
    ]

    assert len(expressions) >= 8
    assert len(answerings) == 160
    assert wrong == []


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"colour": "red", "marks": ["dots"], "rings": ["gold"], "weight": 7, "size": 1.6},
        {"colour": "blue", "marks": ["none"], "rings": ["none"], "weight": 4, "size": 1.5},
        {
            "colour": "green",
            "marks": ["lines", "unsure"],
            "rings": ["gold"],
            "weight": 5,
            "size": 1.5,
        },
        {"colour": "unsure", "marks": ["unsure"], "rings": ["none"], "weight": 7, "size": "unsure"},
        {"colour": "green", "marks": ["lines"], "weight": 4, "one-option": "no"},
    ],
    ids=["nothing", "red and heavy", "blue and light", "green", "not sure", "some"],
)
def test_every_kind_of_gate_opens_and_shuts(
    program: FormProgram, gates: FhirForm, answers: dict[str, Any]
) -> None:
    """As the program itself reads enableWhen and expressions."""
    questionnaire = fhir_questionnaire(gates)
    program.show(questionnaire, unfinished(gates, questionnaire, answers))

    assert [id for id, _ in questions_in(gates, program.shown())] == asked(gates.protocol, answers)


def _values(items: dict[str, Any]) -> dict[str, list[Any]]:
    """Answers without their words, which a program may leave out."""
    return {
        link: [
            value["code"] if isinstance(value, dict) else value
            for answer in item["answer"]
            for value in answer.values()
        ]
        for link, item in items.items()
    }
