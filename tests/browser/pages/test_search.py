"""The search finds what people call it, and can be used without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

RESULT = ".md-search-result__link"


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("slipped disc", "red-flags"),
        ("sciatica", "red-flags"),
        ("DOMS", "sore-or-injured"),
        ("muscle soreness", "sore-or-injured"),
        ("pulled muscle", "glossary"),
        ("rhabdo", "red-flags"),
    ],
)
def test_everyday_and_medical_words_are_found(
    open_page: Callable[..., Any], words: str, page: str
) -> None:
    """Among the results is the page that answers."""
    with open_page("about/") as opened:
        _search(opened.page, words)
        results = opened.page.locator(RESULT)
        results.first.wait_for()
        found = [link.get_attribute("href") or "" for link in results.all()]
        assert any(f"/{page}/" in address for address in found), found
        assert opened.wrong == []


def test_the_search_is_used_by_keyboard_alone(open_page: Callable[..., Any]) -> None:
    """Open, type, Tab to a result, Enter; and Escape gives the focus back."""
    with open_page("about/") as opened:
        page = opened.page
        page.locator("[data-search-open]").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.name") == "query"
        page.keyboard.press("Escape")
        assert page.evaluate("'searchOpen' in document.activeElement.dataset")

        page.keyboard.press("Enter")
        page.keyboard.type("plank")
        page.locator(RESULT).first.wait_for()
        for _ in range(3):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches('{RESULT}')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/prevention/**")


def _search(page: Page, words: str) -> None:
    page.locator("[data-search-open]").click()
    page.keyboard.type(words)
