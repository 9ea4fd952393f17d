"""axe finds nothing on any page, in light and dark, on a small phone and on a wide screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js"
OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_is_no_violation(
    open_page: Callable[..., Any], address: str, scheme: str, width: int
) -> None:
    """With all folded parts open, as they can be."""
    with open_page(address, width, scheme) as opened:
        opened.page.evaluate(OPEN_ALL)
        assert _violations(opened.page) == []


def test_a_violation_is_found(open_page: Callable[..., Any]) -> None:
    """Else the test above would see nothing."""
    with open_page("") as opened:
        opened.page.evaluate("document.querySelector('h1').style.color = '#ddd'")
        assert any(found.startswith("color-contrast") for found in _violations(opened.page))


def _violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"][:3]
    ]
