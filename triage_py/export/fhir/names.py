"""Under which names a questionnaire and its codes are known to other systems."""

from __future__ import annotations

import re
from dataclasses import dataclass

from triage_py.errors import MessageError, Problem

# An absolute URI. A version follows after "|" and a part after "#", so neither can stand in it.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s|#<>\"]+")


@dataclass(frozen=True, slots=True)
class FhirNames:
    """The same in a Questionnaire and in its responses, or a clinic cannot put them together.

    Raises:
        MessageError: One of them is no absolute address.
    """

    questionnaire: str
    """The canonical address of the Questionnaire, without a version."""
    codes: str
    """The code system of options, dispositions, patterns and rules."""

    def __post_init__(self) -> None:
        for key, address in (("questionnaire", self.questionnaire), ("codes", self.codes)):
            if not _ADDRESS.fullmatch(address):
                what = f'"{address[:60]}" is no absolute address.'
                raise MessageError([Problem(key, what, "Begin it with https:// or urn:.")], "names")
