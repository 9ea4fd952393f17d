"""LHC-Forms, a form program that knows nothing of us: it shows a Questionnaire in a real browser."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

PACKAGE = Path(__file__).parents[3] / "node_modules" / "lforms" / "dist" / "lforms"
ADDRESS = "http://clinic.test/"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Clinic</title>
<link rel="stylesheet" href="webcomponent/styles.css">
<script src="webcomponent/assets/lib/zone.min.js"></script>
<script src="webcomponent/runtime.js" defer></script>
<script src="webcomponent/polyfills.js" defer></script>
<script src="webcomponent/main.js" defer></script>
<script src="fhir/R4/lformsFHIR.min.js" defer></script>
<div id="form"></div>"""
SHOW = """async ([questionnaire, response]) => {
    const util = LForms.Util
    let form = questionnaire
    if (response) {
        form = util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4')
        form = util.mergeFHIRDataIntoLForms(response, form, 'R4')
    }
    await util.addFormToPage(form, 'form', { fhirVersion: 'R4' })
}"""


class FormProgram:
    """The program on a page of its own, served from its package without a network.

    Args:
        page: A fresh page of the browser.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        page.route("**/*", self._serve)
        page.goto(ADDRESS)
        page.wait_for_function("() => window.LForms?.Util && window.LForms.FHIR?.R4")

    def show(self, questionnaire: dict[str, Any], response: dict[str, Any] | None = None) -> None:
        """Show a questionnaire, with the answers of a response where there is one."""
        self.page.evaluate(SHOW, [questionnaire, response])
        self.page.wait_for_selector("#form [id^='item-']")
        self._settle()

    def shown(self) -> list[tuple[str, str]]:
        """Id and text of each item that a person sees, from top to bottom."""
        self._settle()
        found: list[list[str]] = self.page.evaluate(
            """() => [...document.querySelectorAll("#form [id^='item-']")]
                .filter(item => item.checkVisibility())
                .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
                .map(item => [
                    item.id.slice('item-'.length).split('/')[0],
                    document.getElementById('label-' + item.id.slice('item-'.length)).innerText.trim(),
                ])"""
        )
        return [(link, text) for link, text in found]

    def choose(self, code: str) -> None:
        """Click an option, named by its code."""
        self.page.locator(f"[id$='|{code}']").click()

    def write(self, link: str, number: float) -> None:
        """Write a number."""
        field = self.page.locator(f"[id^='{link}/']").first
        field.fill(str(number))
        field.press("Tab")

    def response(self) -> dict[str, Any]:
        """What the program makes of the answers."""
        made: dict[str, Any] = self.page.evaluate(
            "LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')"
        )
        return made

    def evaluate(self, expressions: dict[str, str], responses: list[Any]) -> list[dict[str, Any]]:
        """What its FHIRPath says to each expression over each response."""
        said: list[dict[str, Any]] = self.page.evaluate(
            """([expressions, responses]) => {
                const { fhirpath, fhirpathModel } = LForms.FHIR.R4
                const read = Object.entries(expressions).map(([id, expression]) => [
                    id, fhirpath.compile(expression, fhirpathModel),
                ])
                return responses.map(resource => Object.fromEntries(
                    read.map(([id, evaluate]) => [id, evaluate(resource, { resource })])))
            }""",
            [expressions, responses],
        )
        return said

    def _settle(self) -> None:
        """Until what is on the page stays the same for some frames: it shows and hides in steps."""
        self.page.evaluate(
            """async () => {
                const form = document.querySelector('#form')
                let last, same = 0
                while (same < 5) {
                    await new Promise(done => setTimeout(done, 30))
                    const now = form.innerHTML
                    same = now === last ? same + 1 : 0
                    last = now
                }
            }"""
        )

    @staticmethod
    def _serve(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        file = PACKAGE / path
        if not path:
            route.fulfill(body=PAGE, content_type="text/html")
        elif file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        else:
            route.abort()
