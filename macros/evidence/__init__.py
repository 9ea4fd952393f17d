"""The evidence register: every source, and every claim with the sources that support it."""

from macros.evidence.errors import (
    EvidenceError,
    Problem,
    UnknownClaimError,
    UnknownSourceError,
)
from macros.evidence.reading import read_register
from macros.evidence.register import (
    KINDS,
    STRENGTHS,
    URGENCIES,
    Claim,
    Kind,
    Register,
    Source,
    Strength,
    Urgency,
)

__all__ = [
    "KINDS",
    "STRENGTHS",
    "URGENCIES",
    "Claim",
    "EvidenceError",
    "Kind",
    "Problem",
    "Register",
    "Source",
    "Strength",
    "UnknownClaimError",
    "UnknownSourceError",
    "Urgency",
    "read_register",
]
