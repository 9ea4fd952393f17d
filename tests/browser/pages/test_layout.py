"""Pages fit, stand still, and bear larger spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HARDLY_MOVED = 0.001
"""Of the screen. On a busy machine the font can come a moment after the first picture, and letters as
wide as those before it move by a fraction of a pixel."""
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


def test_nothing_is_wider_than_a_small_phone(open_page: Callable[..., Any], address: str) -> None:
    """At 320 px, with all folded parts open, nobody scrolls sideways."""
    with open_page(address, width=320) as opened:
        opened.page.evaluate(OPEN_ALL)
        assert _scrolls_sideways(opened.page) is False, opened.page.evaluate(TOO_WIDE)


def test_nothing_is_cut_off_with_wider_spacing(open_page: Callable[..., Any], address: str) -> None:
    """Letters, words and lines apart as far as WCAG asks, on a small phone."""
    with open_page(address, width=320) as opened:
        opened.page.evaluate(TEXT_SPACING)
        opened.page.evaluate(OPEN_ALL)
        assert _scrolls_sideways(opened.page) is False, opened.page.evaluate(TOO_WIDE)
        assert opened.page.evaluate(CUT_OFF) == []


def test_pages_load_without_a_fault_and_without_moving(
    open_page: Callable[..., Any], address: str
) -> None:
    """No error in the console, no request to another site, no shift of the layout."""
    for width in (360, 1280):
        with open_page(address, width) as opened:
            opened.page.wait_for_timeout(150)
            assert opened.wrong == []
            shifts = opened.page.evaluate("window.shifts")
            assert sum(shift["value"] for shift in shifts) < HARDLY_MOVED, shifts


def _scrolls_sideways(page: Page) -> bool:
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))
