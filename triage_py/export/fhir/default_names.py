"""The names of a questionnaire, from the publisher's address or made from the protocol's id."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from triage_py.export.fhir.names import FhirNames

if TYPE_CHECKING:
    from triage_py.protocol import Protocol

NAMESPACE = UUID("5a1d0a5e-6b0c-5c55-9f5e-0c2b7f0e6a11")
"""Drawn once. Changing it would part new questionnaires from the responses to old ones."""


def names_of(protocol: Protocol, url: str = "") -> FhirNames:
    """Name a questionnaire.

    Args:
        protocol: Whose questionnaire it is.
        url: The publisher's address for it. Without one it is a UUID of version 5 (RFC 4122), made
            from the protocol's id: the same on every machine, and nobody else's.

    Raises:
        MessageError: The address is not absolute.
    """
    if url:
        return FhirNames(url, f"{url.rstrip('/')}/codes")
    return FhirNames(_made_from(protocol.id), _made_from(f"{protocol.id}/codes"))


def _made_from(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE, name)}"
