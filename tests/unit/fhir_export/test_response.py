"""The QuestionnaireResponse: valid FHIR, it fits its Questionnaire, and it holds the result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from lxml import etree

from macros.vignettes import read_vignettes
from tests.unit.fhir_export.forms import items_in
from triage_py import AnswersError, Finished, MessageError, assess, next_step, read_protocol
from triage_py.export.fhir.default_names import names_of
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.questionnaire import fhir_questionnaire
from triage_py.export.fhir.response import fhir_response

VIGNETTES = Path(__file__).parents[3] / "content" / "self-check" / "vignettes"
PLANT = Path(__file__).parents[1] / "triage" / "plant.toml"
WELL: dict[str, Any] = {
    "danger": ["none"],
    "plant": "cactus",
    "colour": "green",
    "spots": ["none"],
    "days": 3,
    "droop": 0,
    "height": 0.4,
}
PEOPLE: dict[str, dict[str, Any]] = {
    "well": WELL,
    "not sure": {**WELL, "colour": "unsure", "spots": ["webs", "unsure"], "height": "unsure"},
    "gated": {**WELL, "plant": "orchid", "orchid-signs": ["mould", "rot"]},
    "emergency": {"danger": ["flood"]},
    "nothing fits": {**WELL, "spots": ["unsure"]},
}


@pytest.mark.parametrize("who", PEOPLE)
def test_it_is_valid(plant_form: FhirForm, who: str) -> None:
    """Read by models made from the standard, and nothing is lost."""
    written = fhir_response(plant_form, PEOPLE[who], authored="2026-01-31T09:30:00+01:00")
    read = QuestionnaireResponse.model_validate(written)
    kept = read.model_dump(mode="json", exclude_none=True)

    assert kept.keys() == written.keys()
    assert [item["linkId"] for item in items_in(kept)] == [
        item["linkId"] for item in items_in(written)
    ]


@pytest.mark.parametrize("who", PEOPLE)
def test_it_fits_its_questionnaire(plant_form: FhirForm, who: str) -> None:
    """Same items in the same places, each answer of the item's type and among its options."""
    asked = fhir_questionnaire(plant_form)
    answered = fhir_response(plant_form, PEOPLE[who])

    assert answered["questionnaire"] == f"{asked['url']}|{asked['version']}"
    assert answered["status"] == "completed"
    _assert_fits(answered, asked)


def test_every_written_case_can_be_handed_on(shipped_form: FhirForm) -> None:
    """Valid, it fits the form, and the result is the engine's. Some stop at what they are about."""
    protocol = shipped_form.protocol
    asked = fhir_questionnaire(shipped_form)
    vignettes = [
        vignette
        for vignette in read_vignettes(VIGNETTES)
        if isinstance(next_step(protocol, vignette.answers), Finished)
    ]
    for vignette in vignettes:
        answered = fhir_response(shipped_form, vignette.answers)
        QuestionnaireResponse.model_validate(answered)
        _assert_fits(answered, asked)
        result = assess(protocol, vignette.answers)
        told = _codes(_by_link(answered)["form.result.disposition"])
        assert told == [f"form.disposition.{result.disposition.id}"], vignette

    assert len(vignettes) > 50


def test_the_answers_are_those_given(plant_form: FhirForm) -> None:
    """Options as codes, numbers as numbers, "not sure" where a number cannot say so."""
    items = _by_link(fhir_response(plant_form, PEOPLE["not sure"]))

    assert _codes(items["danger"]) == ["danger.none"]
    assert _codes(items["colour"]) == ["colour.unsure"]
    assert _codes(items["spots"]) == ["spots.webs", "spots.unsure"]
    assert items["days"]["answer"] == [{"valueInteger": 3}]
    assert items["height.unsure"]["answer"] == [{"valueBoolean": True}]
    assert "height" not in items
    assert _by_link(fhir_response(plant_form, WELL))["height"]["answer"] == [{"valueDecimal": 0.4}]


@pytest.mark.parametrize("who", PEOPLE)
def test_the_result_is_the_engines(plant_form: FhirForm, who: str) -> None:
    """What to do, what it fits, and each rule that fired, with its words."""
    protocol = plant_form.protocol
    result = assess(protocol, PEOPLE[who])
    items = _by_link(fhir_response(plant_form, PEOPLE[who]))
    fired = [f"form.rule.{rule.id}" for rule in result.fired]
    default = [] if result.reasons else ["form.no-rule"]

    assert _codes(items["form.result.disposition"]) == [f"form.disposition.{result.disposition.id}"]
    assert _codes(items["form.result.pattern"]) == [f"form.pattern.{result.pattern.id}"]
    assert _codes(items["form.result.reasons"]) == default + fired
    assert items["form.result.disposition"]["answer"][0]["valueCoding"]["display"] == (
        protocol.words[result.disposition].label
    )


def test_an_answer_that_no_longer_applies_is_left_out(plant_form: FhirForm) -> None:
    """As the engine leaves it out of the assessment."""
    answered = fhir_response(plant_form, {**WELL, "orchid-signs": ["rot"]})

    assert "orchid-signs" not in _by_link(answered)


def test_the_narrative_tells_result_and_answers(plant_form: FhirForm) -> None:
    """Well-formed XHTML that says what the items say."""
    answered = fhir_response(plant_form, PEOPLE["gated"], authored="2026-01-31")
    told = etree.fromstring(answered["text"]["div"])
    rows = [["".join(cell.itertext()) for cell in row] for row in told.iter("{*}tr")]
    text = "".join(told.itertext())

    assert told.tag == "{http://www.w3.org/1999/xhtml}div"
    assert rows[0] == ["What to do, and how soon", "Act today"]
    assert ["Does the orchid have any of these?", "RotMould"] in rows
    assert ["How many days ago was it watered?", "3"] in rows
    assert ["How tall is it?", "0.4 metres"] in rows
    assert len(rows) == len([item for item in items_in(answered) if "answer" in item])
    assert "Is the plant well?, version 1.2.0" in text
    assert "2026-01-31" in text
    assert "It is not a diagnosis." in text
    assert "Not yet reviewed" not in text


def test_the_narrative_bears_any_letter() -> None:
    """What a text is filled with cannot become a part of the document."""
    text = PLANT.read_text(encoding="utf-8").replace("Act now", "Call {emergency_number}")
    protocol = read_protocol(text)
    odd = FhirForm(protocol, names_of(protocol), {"emergency_number": "<b>1&2"})
    told = etree.fromstring(fhir_response(odd, PEOPLE["emergency"])["text"]["div"])

    assert "Call <b>1&2" in "".join(told.itertext())
    assert list(told.iter("{*}b")) == []


@pytest.mark.parametrize(
    "authored",
    ["2026", "2026-01", "2026-01-31", "2026-01-31T09:30:00Z", "2026-01-31T09:30:00.125-03:30"],
)
def test_the_time_is_what_is_given(plant_form: FhirForm, authored: str) -> None:
    """Every form of a date that FHIR knows. Without one, none is said."""
    answered = fhir_response(plant_form, WELL, authored=authored)

    QuestionnaireResponse.model_validate(answered)
    assert answered["authored"] == authored
    assert "authored" not in fhir_response(plant_form, WELL)


@pytest.mark.parametrize(
    "authored",
    ["now", "31.01.2026", "2026-02-30", "2026-13", "2026-01-31T09:30:00", "2026-01-31T24:00:00Z",
     "0000", "2026-01-31T09:30Z", "2026-01-31T09:30:00+15:00", "2026-01-31\n"],
)  # fmt: skip
def test_what_is_no_date_is_refused(plant_form: FhirForm, authored: str) -> None:
    """A wrong date in a patient's record is worse than none."""
    with pytest.raises(MessageError, match="is no date"):
        fhir_response(plant_form, WELL, authored=authored)


def test_an_unfinished_check_is_refused(plant_form: FhirForm) -> None:
    """Half an interview has no result. The message says what is missing."""
    with pytest.raises(MessageError, match="not finished: spots was not answered"):
        fhir_response(plant_form, {"danger": ["none"], "plant": "fern", "colour": "green"})


def test_answers_that_fit_nothing_are_refused(plant_form: FhirForm) -> None:
    """As everywhere."""
    with pytest.raises(AnswersError, match='no option "tree"'):
        fhir_response(plant_form, {"plant": "tree"})


def _assert_fits(answered: dict[str, Any], asked: dict[str, Any]) -> None:
    known = {item["linkId"]: item for item in asked["item"]}
    order = [link for link in known if link in {item["linkId"] for item in answered["item"]}]
    assert [item["linkId"] for item in answered["item"]] == order
    for item in answered["item"]:
        definition = known[item["linkId"]]
        assert item["text"] == definition["text"]
        if definition["type"] == "group":
            _assert_fits(item, definition)
            continue
        assert definition.get("repeats") or len(item["answer"]) == 1
        key = (
            "valueCoding"
            if definition["type"] == "choice"
            else f"value{definition['type'].title()}"
        )
        values = [answer[key] for answer in item["answer"]]
        if definition["type"] == "choice":
            options = [option["valueCoding"] for option in definition["answerOption"]]
            assert all(value in options for value in values)


def _by_link(resource: dict[str, Any]) -> dict[str, Any]:
    return {item["linkId"]: item for item in items_in(resource)}


def _codes(item: dict[str, Any]) -> list[str]:
    return [answer["valueCoding"]["code"] for answer in item["answer"]]
