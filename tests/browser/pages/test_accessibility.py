"""axe finds nothing on any page, in light and dark, on a small phone and on a wide screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_is_no_violation(
    open_page: Callable[..., Any], address: str, scheme: str, width: int
) -> None:
    """With all folded parts open, as they can be."""
    with open_page(address, width, scheme) as opened:
        opened.page.evaluate(OPEN_ALL)
        assert violations(opened.page) == []


@pytest.mark.parametrize(("scheme", "faint"), [("light", "#ddd"), ("dark", "#333")])
def test_a_violation_is_found(open_page: Callable[..., Any], scheme: str, faint: str) -> None:
    """Else the test above would see nothing."""
    with open_page("", scheme=scheme) as opened:
        opened.page.evaluate(f"document.querySelector('h1').style.color = '{faint}'")
        assert any(found.startswith("color-contrast") for found in violations(opened.page))
