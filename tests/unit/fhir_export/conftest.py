"""What the tests of the FHIR export share: two protocols, and how their forms are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.fhir_export.forms import form_of
from triage_py import load_protocol
from triage_py.export.fhir.items import FhirForm

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def plant_form() -> FhirForm:
    """A protocol with every kind of question, reviewed by somebody."""
    return form_of(load_protocol(HERE.parent / "triage" / "plant.toml"))


@pytest.fixture(scope="session")
def gates_form() -> FhirForm:
    """A protocol with every kind of condition that can gate a question."""
    return form_of(load_protocol(HERE / "gates.toml"))


@pytest.fixture(scope="session")
def shipped_form() -> FhirForm:
    """The protocol that is shipped."""
    return form_of(load_protocol(HERE.parents[2] / "content" / "self-check" / "protocol.toml"))


@pytest.fixture(scope="session")
def other_form() -> FhirForm:
    """The protocol of another topic."""
    topic = HERE.parents[2] / "examples" / "ankle" / "content"
    return form_of(load_protocol(topic / "self-check" / "protocol.toml"))
