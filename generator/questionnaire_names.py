"""Under which names saved files speak of the questionnaire: the publisher's setting, or the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.errors import MessageError, Problem
from triage_py.export.fhir.default_names import names_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from triage_py import Protocol
    from triage_py.export.fhir.names import FhirNames

SETTING = "fhir_url"


def questionnaire_names(config: MkDocsConfig, protocol: Protocol) -> FhirNames:
    """Read `extra.fhir_url`, the address under which a clinic finds the FHIR Questionnaire.

    Raises:
        MessageError: The setting is no absolute address.
    """
    url = config.extra.get(SETTING) or ""
    try:
        return names_of(protocol, str(url))
    except MessageError as error:
        (problem,) = error.problems
        told = Problem(f"extra.{SETTING}", problem.what, problem.remedy)
        raise MessageError([told], str(config.config_file_path)) from error
