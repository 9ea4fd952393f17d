"""The names under which a questionnaire and its responses find each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from generator.questionnaire_names import questionnaire_names
from macros.environment import page_environment
from macros.region import Region
from macros.self_check import Pictures, self_check_html
from triage_py import MessageError
from triage_py.export.fhir.default_names import names_of
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.names import FhirNames

URL = "https://clinic.example/fhir/Questionnaire/plant"


def settings(extra: Mapping[str, object]) -> MkDocsConfig:
    config = MkDocsConfig("mkdocs.yml")
    config.load_dict({"site_name": "A site", "extra": dict(extra)})
    return config


def test_without_an_address_they_are_made_from_the_id(
    plant_form: FhirForm, gates_form: FhirForm
) -> None:
    """The same each time, and others for another protocol."""
    plant, gates = names_of(plant_form.protocol), names_of(gates_form.protocol)

    assert plant == names_of(plant_form.protocol)
    assert len({plant.questionnaire, plant.codes, gates.questionnaire, gates.codes}) == 4


def test_the_setting_is_the_address(plant_form: FhirForm) -> None:
    """`extra.fhir_url`; empty or not there means none."""
    protocol = plant_form.protocol
    for nothing in ({}, {"fhir_url": ""}, {"fhir_url": None}):
        assert questionnaire_names(settings(nothing), protocol) == names_of(protocol)

    names = questionnaire_names(settings({"fhir_url": URL}), protocol)
    assert names == FhirNames(URL, f"{URL}/codes")


def test_a_setting_that_is_no_address_is_named(plant_form: FhirForm) -> None:
    """With its file and key."""
    config = settings({"fhir_url": "our-clinic"})

    with pytest.raises(MessageError, match=r'mkdocs.yml: extra.fhir_url: "our-clinic" is no abso'):
        questionnaire_names(config, plant_form.protocol)


def test_the_page_hands_them_to_the_engine(plant_form: FhirForm) -> None:
    """As attributes of the element."""
    region = Region("here", "Here", "112", "112", "the nurse", "")
    html = self_check_html(
        plant_form.protocol,
        {"here": region},
        region,
        cite=lambda *_: Markup(),
        engine_url="engine/",
        environment=page_environment(),
        pictures=Pictures(),
        fhir_names=FhirNames(URL, f"{URL}/codes"),
    )

    assert f'data-fhir-questionnaire="{URL}"' in html
    assert f'data-fhir-codes="{URL}/codes"' in html


@pytest.mark.parametrize(
    "address", ["", "plant", "//clinic.example", "urn:a b", "urn:a#b", "urn:a|1"]
)
def test_what_is_no_absolute_address_is_refused(address: str) -> None:
    """A version or a part after the address would name something else."""
    with pytest.raises(MessageError, match="no absolute address"):
        FhirNames(address, "urn:codes")
    with pytest.raises(MessageError, match="no absolute address"):
        FhirNames("urn:form", address)
