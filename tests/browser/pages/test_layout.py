"""Pages fit, stand still, and bear larger spacing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser.conftest import SiteServer

HARDLY_MOVED = 0.001
"""Of the screen: a fraction of a pixel, which nobody sees."""
FONT_IS_LATE = 0.3
"""Seconds that the font takes: longer than a page waits for it."""
OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
TOO_WIDE = """
() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .filter((e) => e.checkVisibility() && !e.closest("svg, .visually-hidden"))
  .map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`)
"""
# WCAG 2.2, 1.4.12: what a reader may set.
TEXT_SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}
"""
CUT_OFF = """
() => [...document.querySelectorAll("main *, #main *, header *, footer *")]
  .filter((e) => e.checkVisibility() && !e.closest("svg, .visually-hidden, .search"))
  .filter((e) => getComputedStyle(e).overflow !== "visible" && !getComputedStyle(e).clipPath.startsWith("inset"))
  .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map((e) => `${e.tagName} ${e.className}`)
"""


def test_nothing_is_wider_than_a_small_phone_with_wider_spacing_too(
    open_page: Callable[..., Any], address: str
) -> None:
    """At 320 px, with all folded parts open; then with letters, words and lines as far apart as WCAG asks."""
    with open_page(address, width=320) as opened:
        opened.page.evaluate(OPEN_ALL)
        assert _scrolls_sideways(opened.page) is False, opened.page.evaluate(TOO_WIDE)

        opened.page.evaluate(TEXT_SPACING)
        assert _scrolls_sideways(opened.page) is False, opened.page.evaluate(TOO_WIDE)
        assert opened.page.evaluate(CUT_OFF) == []


@pytest.mark.usefixtures("late_font")
def test_pages_load_without_a_fault_and_without_moving(
    open_page: Callable[..., Any], address: str
) -> None:
    """No error in the console, no request to another site, no shift when a font comes late."""
    for width in (360, 1280):
        with open_page(address, width) as opened:
            opened.page.wait_for_timeout(150)
            assert opened.wrong == []
            shifts = opened.page.evaluate("window.shifts")
            assert sum(shift["value"] for shift in shifts) < HARDLY_MOVED, shifts


@pytest.fixture
def late_font(site_server: SiteServer) -> Iterator[None]:
    """The font comes after the words, as on a slow line."""

    def late(font: bytes) -> bytes:
        time.sleep(FONT_IS_LATE)
        return font

    site_server.faults[".woff2"] = late
    yield
    site_server.mend()


def _scrolls_sideways(page: Page) -> bool:
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))
