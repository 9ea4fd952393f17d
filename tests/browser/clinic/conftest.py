"""A form program of a clinic, and what it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.clinic.form_program import FormProgram
from tests.unit.fhir_export.forms import form_of
from triage_py import load_protocol
from triage_py.export.fhir.items import FhirForm

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def program(browser: Browser) -> Iterator[FormProgram]:
    """LHC-Forms. An error in it fails the test."""
    page = browser.new_page(viewport={"width": 1024, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield FormProgram(page)
    page.close()
    assert errors == []


@pytest.fixture(scope="module")
def shipped() -> FhirForm:
    """The protocol that is shipped."""
    return form_of(load_protocol(ROOT / "content" / "self-check" / "protocol.toml"))


@pytest.fixture(scope="module")
def gates() -> FhirForm:
    """A protocol with every kind of condition that can gate a question."""
    return form_of(load_protocol(ROOT / "tests" / "unit" / "fhir_export" / "gates.toml"))


@pytest.fixture(scope="module")
def other() -> FhirForm:
    """The protocol of another topic."""
    topic = ROOT / "examples" / "ankle" / "content"
    return form_of(load_protocol(topic / "self-check" / "protocol.toml"))
