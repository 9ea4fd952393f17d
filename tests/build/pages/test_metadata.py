"""What search engines, link previews and other machines read about a page."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.build.conftest import ROOT
from tests.build.pages.built_page import BuiltPage, addresses, languages
from triage_py import load_protocol

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = range(50, 161)
"""Characters: as many as a search engine shows."""
REVIEWER = load_protocol(ROOT / "content/self-check/protocol.toml").reviewer


def test_each_page_describes_itself(page: BuiltPage) -> None:
    """In a length that is shown whole."""
    (description,) = _contents(page, "name", "description")

    assert len(description) in DESCRIPTION, description


def test_no_two_pages_have_the_same_title_or_description(site: Path) -> None:
    """A list of results tells them apart."""
    pages = [BuiltPage(site, address) for address in addresses()]
    titles = [page.tree.findtext(".//title") for page in pages]
    descriptions = [_contents(page, "name", "description")[0] for page in pages]

    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


def test_each_page_can_be_previewed(page: BuiltPage) -> None:
    """Open Graph: what kind, whose, what it is called and what it says."""
    assert _contents(page, "property", "og:type") in (["website"], ["article"])
    for name in ("og:site_name", "og:title", "og:description"):
        (content,) = _contents(page, "property", name)
        assert content


def test_each_page_says_in_schema_org_words_what_it_is(page: BuiltPage) -> None:
    """A MedicalWebPage. Nothing is called reviewed while no clinician is named as reviewer."""
    statement = _structured_data(page)

    assert statement["@context"] == "https://schema.org"
    assert statement["@type"] == "MedicalWebPage"
    assert statement["inLanguage"] == "en"
    assert (statement["name"], statement["description"]) == (
        _contents(page, "property", "og:title")[0],
        _contents(page, "name", "description")[0],
    )
    assert date.fromisoformat(statement["dateModified"]) < date.fromisoformat(statement["expires"])
    reviewed = {"lastReviewed", "reviewedBy"} & statement.keys()
    assert reviewed == ({"lastReviewed", "reviewedBy"} if REVIEWER else set())


def test_the_dates_are_there_for_people_too(page: BuiltPage) -> None:
    """The same two days, in words, and who reviewed the page, or that nobody has."""
    statement = _structured_data(page)
    (shown,) = page.main.cssselect(".reviewed")

    words = shown.text_content()
    for key in ("dateModified", "expires"):
        assert f"{date.fromisoformat(statement[key]):%-d %B %Y}" in words
    who = f"Reviewed by {REVIEWER}," if REVIEWER else "Not yet reviewed by a clinician."
    assert who in words


def test_the_language_is_named(any_page: BuiltPage) -> None:
    """A screen reader then speaks it."""
    folder = any_page.address.partition("/")[0]

    assert any_page.tree.get("lang") == (folder if folder in languages() else "en")


def test_a_site_without_an_address_claims_none(page: BuiltPage) -> None:
    """No canonical address and no sitemap line in robots.txt: they would be wrong."""
    if "Sitemap:" in (page.site / "robots.txt").read_text(encoding="utf-8"):
        pytest.skip("this site has an address")

    assert page.tree.xpath("//link[@rel='canonical']") == []
    assert _contents(page, "property", "og:url") == []


def test_an_address_that_leads_nowhere_is_answered_with_ways_on(site: Path) -> None:
    """The 404 page leads to the main pages, the search and the emergency call."""
    page = BuiltPage(site, "404.html")
    links = {link.get("href") for link in page.main.cssselect("a")}

    assert {"/what-to-do/", "/red-flags/", "/self-check/"} <= links
    assert page.tree.cssselect(".emergency-strip a[href^='tel:']")
    assert page.tree.cssselect("[data-search-open]")


def _contents(page: BuiltPage, key: str, name: str) -> list[str]:
    return [meta.get("content") for meta in page.tree.xpath(f"//meta[@{key}='{name}']")]


def _structured_data(page: BuiltPage) -> dict[str, Any]:
    (block,) = page.tree.xpath("//script[@type='application/ld+json']")
    data: dict[str, Any] = json.loads(block.text)
    return data
