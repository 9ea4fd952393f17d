"""The register that the site is built from is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from macros.evidence import Register

SEED_CLAIMS = Path(__file__).with_name("seed_claims.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("claim_id", SEED_CLAIMS)
def test_each_seed_claim_is_kept(claim_id: str, shipped: Register) -> None:
    """The pages must carry these facts; none may leave the register or lose its mark."""
    assert shipped.claim(claim_id).seed


def test_no_other_claim_is_a_seed(shipped: Register) -> None:
    """A new seed claim is a decision, and is written down in the list of them."""
    assert {claim.id for claim in shipped.claims.values() if claim.seed} == set(SEED_CLAIMS)


def test_every_claim_has_a_source(shipped: Register) -> None:
    """What nobody has published is not a claim."""
    assert all(shipped.sources_of([claim_id]) for claim_id in shipped.claims)


def test_every_source_was_seen(shipped: Register) -> None:
    """We cite only what we have read."""
    assert [source.id for source in shipped.sources.values() if not source.seen] == []


def test_every_emergency_claim_is_a_warning_sign_or_about_a_group(shipped: Register) -> None:
    """An urgency on a claim of another topic would be a slip."""
    topics = {c.topic for c in shipped.claims.values() if c.urgency == "emergency"}

    assert topics <= {"red-flags", "groups", "safety-netting"}
