"""The Questionnaire: valid FHIR, and it asks what the protocol asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire

from tests.unit.fhir_export.forms import items_in
from triage_py.export.fhir.questionnaire import fhir_questionnaire

if TYPE_CHECKING:
    from triage_py.export.fhir.items import FhirForm

CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
EXCLUSIVE = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"


@pytest.mark.parametrize("name", ["plant_form", "gates_form", "shipped_form", "other_form"])
def test_it_is_valid_and_keeps_all_it_says(name: str, request: pytest.FixtureRequest) -> None:
    """Read by models made from the standard, which refuse what they do not know."""
    written = fhir_questionnaire(request.getfixturevalue(name), publisher="A clinic")
    read = Questionnaire.model_validate(written)

    assert read.model_dump(mode="json", exclude_none=True).keys() == written.keys()
    assert [item["linkId"] for item in items_in(read.model_dump(mode="json"))] == [
        item["linkId"] for item in items_in(written)
    ]


@pytest.mark.parametrize("name", ["plant_form", "gates_form", "shipped_form", "other_form"])
def test_it_keeps_what_models_do_not_check(name: str, request: pytest.FixtureRequest) -> None:
    """Rules of the standard that join several fields: que-0, 1, 4, 5, 7, 9 and 12."""
    form = fhir_questionnaire(request.getfixturevalue(name))
    assert re.fullmatch(r"[A-Z]\w{0,254}", form["name"])
    for item in items_in(form):
        clauses = item.get("enableWhen", [])
        assert item["type"] != "group" or item["item"]
        assert item["type"] != "display" or not item.keys() & {"item", "readOnly", "answerOption"}
        assert (item["type"] == "choice") == ("answerOption" in item)
        assert ("enableBehavior" in item) == (len(clauses) > 1)
        for clause in clauses:
            answers = [key for key in clause if key.startswith("answer")]
            assert len(answers) == 1
            assert (clause["operator"] == "exists") <= (answers == ["answerBoolean"])


@pytest.mark.parametrize("name", ["plant_form", "gates_form", "shipped_form", "other_form"])
def test_no_id_is_taken_twice(name: str, request: pytest.FixtureRequest) -> None:
    """And every condition names an item that stands before it."""
    seen: list[str] = []
    for item in items_in(fhir_questionnaire(request.getfixturevalue(name))):
        assert {clause["question"] for clause in item.get("enableWhen", [])} <= set(seen)
        seen.append(item["linkId"])

    assert len(seen) == len(set(seen))


def test_questions_stand_in_the_order_of_the_protocol(shipped_form: FhirForm) -> None:
    """With their words; several on one screen as a group with its heading."""
    items = list(items_in(fhir_questionnaire(shipped_form)))
    questions = shipped_form.protocol.questions
    told = [(item["linkId"], item["text"]) for item in items if item["linkId"] in questions]
    groups = [item["text"] for item in items if item["linkId"].startswith("form.screen.")]

    assert told == [(question.id, question.text) for question in questions.values()]
    assert groups == [
        screen.text for screen in shipped_form.protocol.screens if len(screen.questions) > 1
    ]


def test_options_have_codes_and_all_their_words(plant_form: FhirForm) -> None:
    """None of these excludes the others, and not sure is an option like them."""
    danger = _item(plant_form, "danger")
    codings = [option["valueCoding"] for option in danger["answerOption"]]

    assert danger["repeats"] is True
    assert [(coding["code"], coding["display"]) for coding in codings] == [
        ("danger.fire", "It burns"),
        ("danger.flood", "It swims (Water stands over the pot.)"),
        ("danger.none", "None of these"),
        ("danger.unsure", "I'm not sure"),
    ]
    assert {coding["system"] for coding in codings} == {plant_form.names.codes}
    assert [option.get("extension") for option in danger["answerOption"]] == [
        None,
        None,
        [{"url": EXCLUSIVE, "valueBoolean": True}],
        None,
    ]


def test_numbers_have_limits_a_unit_and_their_own_way_to_be_unsure(plant_form: FhirForm) -> None:
    """Whole numbers are integers; where parts of a whole count they are decimals."""
    days, height = _item(plant_form, "days"), _item(plant_form, "height")
    extensions = {extension["url"].split("/")[-1]: extension for extension in days["extension"]}

    assert (days["type"], height["type"]) == ("integer", "decimal")
    assert extensions["minValue"]["valueInteger"] == 0
    assert extensions["maxValue"]["valueInteger"] == 100
    assert extensions["questionnaire-unit"]["valueCoding"] == {"display": "days"}
    assert _item(plant_form, "height.unsure")["type"] == "boolean"
    assert _item(plant_form, "droop.ends")["text"] == "0 = Not at all. 10 = It lies down."


def test_a_hint_stays_in_sight_and_a_why_is_help(shipped_form: FhirForm) -> None:
    """A hint says what is meant, so no program may fold it away."""
    hint, why = _item(shipped_form, "emergency-signs.hint"), _item(shipped_form, "age.why")

    assert hint["type"] == why["type"] == "display"
    assert "extension" not in hint
    (control,) = why["extension"]
    assert control["url"] == CONTROL
    assert control["valueCodeableConcept"]["coding"][0]["code"] == "help"


def test_each_emergency_sign_shows_what_to_do(plant_form: FhirForm) -> None:
    """At once, below the first screen, with the number to call filled in."""
    notice = _item(plant_form, "form.emergency")

    assert [clause["answerCoding"]["code"] for clause in notice["enableWhen"]] == [
        "danger.fire",
        "danger.flood",
    ]
    assert notice["enableBehavior"] == "any"
    assert notice["text"] == "Act now. The plant is in danger. Call 112."


def test_a_draft_until_somebody_reviewed_it(plant_form: FhirForm, shipped_form: FhirForm) -> None:
    """No date of approval where nobody approved."""
    reviewed, draft = fhir_questionnaire(plant_form), fhir_questionnaire(shipped_form)

    assert reviewed["status"] == "active"
    assert reviewed["approvalDate"] == reviewed["lastReviewDate"] == "2026-01-31"
    assert reviewed["effectivePeriod"] == {"end": "2027-01-31"}
    assert shipped_form.protocol.reviewer == ""
    assert draft["status"] == "draft"
    assert "approvalDate" not in draft
    assert "lastReviewDate" not in draft
    assert draft["description"].endswith("Not yet reviewed by a clinician.")


def test_nothing_is_required_and_the_result_is_for_the_engine(shipped_form: FhirForm) -> None:
    """An answer that is missing is unknown, and nobody can write a result by hand."""
    items = {item["linkId"]: item for item in items_in(fhir_questionnaire(shipped_form))}
    results = [
        item
        for link, item in items.items()
        if link.startswith("form.result") and item["type"] != "display"
    ]
    protocol = shipped_form.protocol
    codes = [
        option["valueCoding"]["code"] for option in items["form.result.reasons"]["answerOption"]
    ]

    assert not any("required" in item for item in items.values())
    assert len(results) == 4
    assert all(item["readOnly"] for item in results)
    assert codes == [f"form.rule.{rule.id}" for rule in protocol.rules] + ["form.no-rule"]


def test_no_gap_of_a_text_is_left(shipped_form: FhirForm) -> None:
    """Whoever to call is filled in, or told by its name where nobody said who that is."""
    bare = type(shipped_form)(shipped_form.protocol, shipped_form.names, {})

    for form in (shipped_form, bare):
        assert "{" not in str([item["text"] for item in items_in(fhir_questionnaire(form))])
    assert "Call emergency number now" in _item(bare, "form.emergency")["text"]


def _item(form: FhirForm, link: str) -> dict[str, Any]:
    return next(dict(item) for item in items_in(fhir_questionnaire(form)) if item["linkId"] == link)
