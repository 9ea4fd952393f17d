"""Sources and claims, as the rest of the site reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from macros.evidence.errors import UnknownClaimError, UnknownSourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind: TypeAlias = Literal[
    "guideline",
    "regulation",
    "standard",
    "systematic-review",
    "trial",
    "cohort",
    "case-series",
    "textbook",
    "patient-information",
]
Strength: TypeAlias = Literal["strong", "moderate", "weak", "contested", "consensus"]
Urgency: TypeAlias = Literal["emergency", "urgent", "soon", "self_care"]
Figure: TypeAlias = int | float | str
"""One value of a claim: a number, or a short text such as `1 in 5`."""

# Strongest first: where there is room for few sources, a citation keeps the first kinds.
KINDS: tuple[Kind, ...] = get_args(Kind)
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something that was published and that claims rest on."""

    id: str
    """Stable for ever; the anchor on the sources page is made from it."""
    org_or_authors: str
    title: str
    kind: Kind
    seen: bool
    """Whether the passage that supports our claims was read."""
    year: int | None = None
    """None where the source shows no year."""
    url: str | None = None
    copy_read: bool = False
    """Whether it was read as a copy on another site."""
    note: str | None = None
    """For editors: how much was read, and what to mind."""

    @property
    def link(self) -> str | None:
        """The address that a page may link to; never that of somebody's copy."""
        return None if self.copy_read else self.url


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One statement in our own words, with the sources that support it."""

    id: str
    """Stable for ever; pages and rules name it."""
    topic: str
    statement: str
    supports: tuple[str, ...]
    """Ids of the sources, at least one."""
    strength: Strength
    numbers: Mapping[str, Figure | tuple[Figure, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """The claim's figures by name, the unit in the name; a pair is a range."""
    seed: bool = False
    """Whether the pages must carry this fact."""
    urgency: Urgency | None = None
    """The disposition that the claim speaks for, if it bears on one."""
    note: str | None = None
    """For editors: limits, disagreements, what is our own reading."""


@dataclass(frozen=True)
class Register:
    """All claims and sources, by id, in the order of the files."""

    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]

    def claim(self, claim_id: str) -> Claim:
        """Give one claim.

        Raises:
            UnknownClaimError: The register has no such claim.
        """
        try:
            return self.claims[claim_id]
        except KeyError:
            raise UnknownClaimError(claim_id, self.claims) from None

    def source(self, source_id: str) -> Source:
        """Give one source.

        Raises:
            UnknownSourceError: The register has no such source.
        """
        try:
            return self.sources[source_id]
        except KeyError:
            raise UnknownSourceError(source_id, self.sources) from None

    def sources_of(self, claim_ids: Iterable[str]) -> tuple[Source, ...]:
        """Give the sources of some claims, each once, in the order in which claims name them.

        Args:
            claim_ids: Ids of claims, in reading order.

        Raises:
            UnknownClaimError: The register has no such claim.
        """
        ids = dict.fromkeys(
            source_id for claim_id in claim_ids for source_id in self.claim(claim_id).supports
        )
        return tuple(self.source(source_id) for source_id in ids)
