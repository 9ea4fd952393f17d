"""Any page on paper: its words alone, with the addresses of its links."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Callable

NAVIGATION = [
    ".site-nav",
    ".site-header__tools",
    ".contents",
    ".next-step",
    ".site-footer__section",
]


def test_navigation_is_not_printed(open_page: Callable[..., Any], address: str) -> None:
    """No menu, no list of headings, no next page."""
    with open_page(address) as opened:
        opened.page.emulate_media(media="print")
        shown = [
            part
            for part in NAVIGATION
            for found in opened.page.locator(part).all()
            if found.is_visible()
        ]
        assert shown == []
        assert opened.page.locator("h1").first.is_visible()


def test_addresses_of_links_are_printed(open_page: Callable[..., Any]) -> None:
    """Paper cannot be clicked."""
    with open_page("sources/") as opened:
        opened.page.emulate_media(media="print")
        link = opened.page.locator(".source-list__title a").first
        printed = link.evaluate("(a) => getComputedStyle(a, '::after').content")

        assert link.get_attribute("href") in printed


@pytest.mark.parametrize("address", ["red-flags/", "sore-or-injured/"])
def test_folded_parts_are_printed_open(open_page: Callable[..., Any], address: str) -> None:
    """What a reader could open on the screen is on paper."""
    with open_page(address) as opened:
        opened.page.emulate_media(media="print")
        inside = opened.page.locator(".prose details > :not(summary)").all()

        assert inside
        assert all(part.bounding_box() for part in inside)


def test_paper_is_white_even_in_the_dark(open_page: Callable[..., Any]) -> None:
    """Dark colours are for screens."""
    with open_page("", scheme="dark") as opened:
        opened.page.emulate_media(media="print")
        # It changes in a transition, however short.
        expect(opened.page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_a_long_list_of_signs_begins_below_its_heading(open_page: Callable[..., Any]) -> None:
    """In one piece it would leave half of the first page empty: it is longer than a page."""
    with open_page("red-flags/") as opened:
        sign = opened.page.locator(".red-flag-list__sign").first.inner_text()
        printed = PdfReader(io.BytesIO(opened.page.pdf(format="A4")))

        assert " ".join(sign.split()) in " ".join(printed.pages[0].extract_text().split())
