"""The words that a FHIR resource adds to those of the protocol, and what fills the gaps in both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class FhirWords:
    """In one language. Words in braces are filled in."""

    result: str = "Result of the self-check"
    disposition: str = "What to do, and how soon"
    pattern: str = "What it fits"
    reasons: str = "Why"
    answers: str = "Answers"
    filled_by_engine: str = (
        "The self-check itself fills this in. It stays empty in a form that is filled in by hand."
    )
    not_a_diagnosis: str = "This is advice on what to do next. It is not a diagnosis."
    not_reviewed: str = "Not yet reviewed by a clinician."
    version: str = "{title}, version {version}"


ENGLISH = FhirWords()


def filled(text: str, values: Mapping[str, str]) -> str:
    """Fill the gaps of a text, such as `{helpline}`; one without a value is told by its name.

    Args:
        text: A text of the protocol.
        values: What to put in, by the name in braces.
    """
    return _GAP.sub(lambda gap: values.get(gap[1]) or gap[1].replace("_", " "), text)
