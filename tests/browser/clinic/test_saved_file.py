"""The file that a reader saves for a clinic: made on the device, valid, and a clinic can open it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from playwright.sync_api import Browser, expect

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.clinic.form_program import FormProgram
from tests.browser.reader import Reader
from tests.unit.fhir_export.forms import items_in
from triage_py import assess, load_protocol
from triage_py.export.fhir.default_names import names_of
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.questionnaire import fhir_questionnaire
from triage_py.export.fhir.response import fhir_response

PROTOCOL = load_protocol(Path(__file__).parents[3] / "content" / "self-check" / "protocol.toml")
BUTTON = "[data-save-fhir]"


def saved(reader: Reader) -> tuple[str, dict[str, Any]]:
    """Press the button by keyboard; name and content of the file."""
    with reader.page.expect_download() as download:
        reader.tab_to(BUTTON)
        reader.page.keyboard.press("Enter")
    content: dict[str, Any] = json.loads(Path(download.value.path()).read_bytes())
    return download.value.suggested_filename, content


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_it_is_what_the_command_line_writes(reader: Reader, disposition: str) -> None:
    """The same answers, the same result, under the same names; only time and place are the page's."""
    seen = reader.open().answer_all(BY_DISPOSITION[disposition])
    answers = {
        id: said
        for id, said in BY_DISPOSITION[disposition].items()
        if PROTOCOL.questions[id].screen in seen
    }
    name, resource = saved(reader)
    helpline = reader.page.locator('[data-region-word="helpline"]').first.text_content()
    number = reader.page.locator('[data-region-word="emergency"]').first.text_content()
    fill = {"helpline": str(helpline), "emergency_number": str(number)}
    form = FhirForm(PROTOCOL, names_of(PROTOCOL), fill)

    QuestionnaireResponse.model_validate(resource)
    assert reader.result.get_attribute("data-disposition") == disposition
    assert resource == fhir_response(form, answers, authored=resource["authored"])
    assert name == f"self-check-{resource['authored'][:10]}.json"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("Asia/Kolkata", "+05:30"), ("America/Phoenix", "-07:00"), ("Etc/UTC", "+00:00")],
)
def test_the_time_is_that_of_the_place(
    browser: Browser, site_url: str, zone: str, offset: str
) -> None:
    """With its time zone: "yesterday evening" must not become another day."""
    context = browser.new_context(timezone_id=zone, service_workers="block")
    reader = Reader(context.new_page(), site_url + "self-check/")
    reader.open().answer_all(BY_DISPOSITION["emergency"])
    shown = reader.page.evaluate("new Date().toLocaleDateString('sv-SE')")
    name, resource = saved(reader)
    context.close()
    authored = dt.datetime.fromisoformat(resource["authored"])

    assert resource["authored"].endswith(offset)
    assert abs(authored - dt.datetime.now(tz=dt.UTC)) < dt.timedelta(minutes=10)
    assert name == f"self-check-{shown}.json"


def test_whom_to_call_is_the_chosen_regions(reader: Reader) -> None:
    """As on the page."""
    answers = {**SORE, "emergency-signs": "unsure"}
    reader.open().answer_all(answers)
    choice = reader.page.locator("[data-region-choice]")
    other = choice.locator("option:not([selected])").first
    choice.select_option(str(other.get_attribute("value")))
    _, resource = saved(reader)

    assert "{" not in "".join(item.get("text", "") for item in items_in(resource))
    assert str(other.get_attribute("data-helpline")) in json.dumps(resource, ensure_ascii=False)


def test_a_clinics_program_opens_it(reader: Reader, browser: Browser) -> None:
    """With the questionnaire from the command line: answers and result are there."""
    reader.open().answer_all(BY_DISPOSITION["urgent"])
    _, resource = saved(reader)
    page = browser.new_page()
    program = FormProgram(page)
    program.show(fhir_questionnaire(FhirForm(PROTOCOL, names_of(PROTOCOL), {})), resource)
    told = program.page.locator("[id^='form.result.disposition/']").first.input_value()
    answered = [item["linkId"] for item in items_in(program.response()) if "answer" in item]
    page.close()

    assert told == PROTOCOL.words[assess(PROTOCOL, BY_DISPOSITION["urgent"]).disposition].label
    assert answered == [item["linkId"] for item in items_in(resource) if "answer" in item]


def test_it_is_made_without_a_network(reader: Reader) -> None:
    """No request, nothing that the page's policy forbids, and a word of what was done."""
    reader.open()
    reader.answer_screen(SORE)
    reader.page.evaluate(
        """() => { window.refused = []; addEventListener('securitypolicyviolation',
            event => window.refused.push(event.violatedDirective)) }"""
    )
    requests: list[str] = []
    reader.page.context.on("request", lambda request: requests.append(request.url))
    reader.page.context.set_offline(True)
    reader.answer_all(SORE)
    name, _ = saved(reader)

    expect(reader.page.locator("[data-save-said]")).to_have_text(f"Saved as {name}.")
    expect(reader.page.locator("[data-status]")).to_have_text(f"Saved as {name}.")
    assert [url for url in requests if not url.startswith("blob:")] == []
    assert reader.page.evaluate("window.refused") == []


def test_where_it_fails_the_result_stays(reader: Reader) -> None:
    """It says so, and what else can be taken along."""
    reader.open().answer_all(SORE)
    reader.page.evaluate(
        """() => { Worker.prototype.postMessage = function () {
            this.dispatchEvent(new ErrorEvent('error', { message: 'crashed', cancelable: true }))
        } }"""
    )
    reader.tab_to(BUTTON)
    reader.page.keyboard.press("Enter")

    expect(reader.page.locator("[data-save-said]")).to_contain_text("cannot be made now")
    expect(reader.result).to_be_visible()
    assert reader.state == "result"


def test_another_result_forgets_what_was_saved(reader: Reader) -> None:
    """The word that a file was saved is of the file with the earlier result."""
    reader.open().answer_all(SORE)
    saved(reader)
    expect(reader.page.locator("[data-save-said]")).to_be_visible()
    reader.page.locator("[data-change='course']").click()
    reader.next()

    assert reader.state == "result"
    expect(reader.page.locator("[data-save-said]")).to_be_hidden()
