"""A citation mark is a set of named links to the sources page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.citation import UnnumberedSourceError, citation_html, number_sources
from macros.evidence import Register, UnknownClaimError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from markupsafe import Markup

    from macros.evidence import Kind


def mark(
    register: Register,
    environment: Environment,
    *claim_ids: str,
    used: Iterable[str] | None = None,
    page: str = "../sources/",
) -> Markup:
    """Cite the claims as a page does whose register is numbered in the order of the file."""
    numbers = number_sources(register, register.claims if used is None else used)
    return citation_html(register, numbers, claim_ids, page, environment=environment)


def numbers_in(html: str) -> list[str]:
    """Give the numbers that a reader sees."""
    return re.findall(r">(\d+)</a>", html)


def test_one_source_is_one_link(tea: Register, environment: Environment) -> None:
    """The number is seen, the name is heard, the link lands on the source."""
    html = mark(tea, environment, "milk-first", used=["milk-first"])

    assert html == (
        '<sup class="cite"><a class="cite__link" href="../sources/#source-tea-board"'
        ' aria-label="Source 1: Tea Board">1</a></sup>'
    )


def test_the_year_is_heard_where_there_is_one(tea: Register, environment: Environment) -> None:
    """Source 1 alone says nothing; who and when does."""
    assert 'aria-label="Source 1: Brown A, 1999"' in mark(tea, environment, "tea-cools")


def test_several_sources_are_links_with_a_comma_for_the_eye(
    tea: Register, environment: Environment
) -> None:
    """1 and 2 must not look like 12, and the comma is not read aloud."""
    html = mark(tea, environment, "tea-cools", "milk-first")

    assert numbers_in(html) == ["1", "2"]
    assert html.count('<span class="cite__comma" aria-hidden="true">,</span>') == 1


def test_the_numbers_rise(tea: Register, environment: Environment) -> None:
    """The guideline is chosen first, and still stands at its place."""
    assert numbers_in(mark(tea, environment, "milk-first", "tea-cools")) == ["1", "2"]


def test_a_mark_fits_inside_a_paragraph(tea: Register, environment: Environment) -> None:
    """A line break or outer space would tear it from its sentence."""
    html = mark(tea, environment, "tea-cools")

    assert "\n" not in html
    assert html == html.strip()


def test_a_mark_on_the_sources_page_itself_is_a_plain_anchor(
    tea: Register, environment: Environment
) -> None:
    """In the printed guide everything is one document."""
    assert 'href="#source-tea-board"' in mark(tea, environment, "milk-first", page="")


def test_names_cannot_break_the_page(tea: Register, environment: Environment) -> None:
    """What stands in quotes in a source is text, never markup."""
    odd = replace(tea.source("tea-board"), org_or_authors='"Tea" <Board> & friends')
    register = Register(claims=tea.claims, sources={**tea.sources, "tea-board": odd})

    html = mark(register, environment, "milk-first", used=["milk-first"])

    assert "&#34;Tea&#34; &lt;Board&gt; &amp; friends" in html


def test_at_most_three_sources_stand_in_a_mark(shipped: Register, environment: Environment) -> None:
    """More could not be told apart, nor hit with a finger."""
    for claim in shipped.claims.values():
        shown = numbers_in(mark(shipped, environment, claim.id))

        assert len(shown) == min(len(claim.supports), 3)


def test_the_strongest_sources_are_shown(tea: Register, environment: Environment) -> None:
    """A guideline comes before a trial, a trial before a leaflet."""
    kinds: tuple[Kind, ...] = ("patient-information", "textbook", "trial", "guideline")
    trial = tea.source("brown-1999")
    sources = {str(kind): replace(trial, id=kind, kind=kind) for kind in kinds}
    claim = replace(tea.claim("tea-cools"), supports=kinds)
    register = Register(claims={claim.id: claim}, sources=sources)

    html = mark(register, environment, claim.id)

    assert re.findall(r"#source-([a-z-]+)", html) == ["textbook", "trial", "guideline"]


def test_every_claim_of_a_mark_shows_a_source(tea: Register, environment: Environment) -> None:
    """The weak source of one claim is not pushed out by the strong ones of another."""
    names = ("first", "second", "third", "leaflet")
    sources = {name: replace(tea.source("tea-board"), id=name) for name in names}
    sources["leaflet"] = replace(sources["leaflet"], kind="patient-information")
    rich = replace(tea.claim("tea-cools"), id="rich", supports=names[:3])
    poor = replace(tea.claim("tea-cools"), id="poor", supports=names[3:])
    register = Register(claims={"rich": rich, "poor": poor}, sources=sources)

    html = mark(register, environment, "rich", "poor")

    assert re.findall(r"#source-([a-z]+)", html) == ["first", "second", "leaflet"]


def test_an_unknown_claim_is_refused(tea: Register, environment: Environment) -> None:
    """A mark that leads nowhere would look like evidence."""
    with pytest.raises(UnknownClaimError, match='Did you mean "milk-first"'):
        mark(tea, environment, "milk-frist")


def test_a_source_without_a_number_is_refused(tea: Register, environment: Environment) -> None:
    """It is not on the sources page, so the link would lead nowhere."""
    with pytest.raises(UnnumberedSourceError, match=r'"brown-1999" is cited but has no number'):
        mark(tea, environment, "tea-cools", used=["milk-first"])


def test_an_empty_mark_is_refused(tea: Register, environment: Environment) -> None:
    """A forgotten id is a mistake, not an empty mark."""
    with pytest.raises(ValueError, match=r"cite\(\) names no claim"):
        mark(tea, environment)
