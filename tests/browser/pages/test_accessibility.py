"""axe finds nothing on any page, in light and dark, on a small phone and on a wide screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import new_violations, violations_in_each_look

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
WIDTHS = (320, 1280)


def test_there_is_no_violation(open_page: Callable[..., Any], address: str) -> None:
    """With all folded parts open, as they can be."""
    with open_page(address, WIDTHS[0]) as opened:
        opened.page.evaluate(OPEN_ALL)
        assert violations_in_each_look(opened.page, WIDTHS) == []


@pytest.mark.parametrize(("scheme", "faint"), [("light", "#ddd"), ("dark", "#333")])
def test_a_violation_is_found(open_page: Callable[..., Any], scheme: str, faint: str) -> None:
    """Else the test above would see nothing. What was fine at first is judged again as it changes."""
    with open_page("", scheme=scheme) as opened:
        assert new_violations(opened.page) == []
        opened.page.evaluate(f"document.querySelector('h1').style.color = '{faint}'")
        (found,) = new_violations(opened.page)
        assert found.startswith("color-contrast")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("document.querySelector('h1').insertAdjacentHTML('afterend', '<button></button>')", "button-name"),
        ("document.querySelector('main a').setAttribute('role', 'no-such-role')", "aria-roles"),
        ("document.querySelector('main').style.background = '#333'", "color-contrast"),
    ],
    ids=["a part that comes", "another attribute", "another colour behind the words"],
)  # fmt: skip
def test_a_violation_that_comes_later_is_found(
    open_page: Callable[..., Any], change: str, rule: str
) -> None:
    """And what was judged is not told twice."""
    with open_page("about/") as opened:
        assert new_violations(opened.page) == []
        opened.page.evaluate(change)
        assert rule in {found.split(":")[0] for found in new_violations(opened.page)}
        assert new_violations(opened.page) == []


def test_what_only_a_wide_screen_shows_is_judged(open_page: Callable[..., Any]) -> None:
    """It comes into sight with the width."""
    with open_page("", width=WIDTHS[0]) as opened:
        opened.page.evaluate(WIDE_ONLY)
        found = violations_in_each_look(opened.page, WIDTHS)
        assert [what.partition(": <")[0] for what in found] == ["light, 1280: button-name"]


WIDE_ONLY = """
document.querySelector('h1').insertAdjacentHTML('afterend', '<button id="wide"></button>')
const sheet = new CSSStyleSheet()
sheet.replaceSync('@media (width < 600px) { #wide { display: none } }')
document.adoptedStyleSheets = [sheet]
"""
