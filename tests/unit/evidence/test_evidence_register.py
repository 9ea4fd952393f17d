"""The register gives claims and sources by id, and the sources of claims."""

from __future__ import annotations

import pytest

from macros.evidence import Register, UnknownClaimError, UnknownSourceError


def test_a_claim_is_read_with_every_word(tea: Register) -> None:
    """What stands in the file is what the page gets."""
    claim = tea.claim("tea-cools")

    assert claim.statement.startswith("Tea in an open cup")
    assert claim.numbers == {"minutes": (5, 10), "share": "1 in 5"}
    assert claim.supports == ("brown-1999", "tea-board")
    assert (claim.strength, claim.seed, claim.urgency, claim.note) == ("strong", True, None, None)


def test_what_is_left_out_is_unknown_and_never_guessed(tea: Register) -> None:
    """No year is no year."""
    assert tea.source("tea-board").year is None


def test_a_source_read_as_a_copy_has_no_link(tea: Register) -> None:
    """Its address is kept for editors, and no page may lead there."""
    source = tea.source("tea-board")

    assert source.url == "https://copies.example.org/tea"
    assert source.link is None
    assert tea.source("brown-1999").link == tea.source("brown-1999").url


def test_the_sources_of_claims_come_once_and_in_order(tea: Register) -> None:
    """The second claim names a source that the first has named already."""
    sources = tea.sources_of(["milk-first", "tea-cools", "milk-first"])

    assert [source.id for source in sources] == ["tea-board", "brown-1999"]


def test_an_unknown_claim_is_refused_with_a_guess(tea: Register) -> None:
    """A slip of the finger is the usual reason."""
    with pytest.raises(UnknownClaimError, match=r'no claim "tea-cool"\. Did you mean "tea-cools"'):
        tea.claim("tea-cool")


def test_an_unknown_source_is_refused_with_a_guess(tea: Register) -> None:
    """A slip of the finger is the usual reason."""
    with pytest.raises(UnknownSourceError, match=r'Did you mean "brown-1999"'):
        tea.source("brown-199")
