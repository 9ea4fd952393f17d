"""The numbers of the sources. Only sources that are used get one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.evidence import Register


def number_sources(register: Register, used_claim_ids_in_order: Iterable[str]) -> Mapping[str, int]:
    """Number the sources of the claims that the pages use, in reading order.

    The numbers depend on nothing but that order, so the same pages always give the same numbers,
    and a new claim or source that no page uses changes none of them.

    Args:
        register: The evidence register.
        used_claim_ids_in_order: Ids of claims as a reader meets them; repeats do no harm.

    Returns:
        Source id to number, counted from 1, in the order of the numbers.

    Raises:
        UnknownClaimError: The register has no such claim.
    """
    sources = register.sources_of(used_claim_ids_in_order)
    return MappingProxyType({source.id: number for number, source in enumerate(sources, start=1)})


def source_anchor(source_id: str) -> str:
    """Give the anchor of a source on the sources page."""
    return f"source-{source_id}"
