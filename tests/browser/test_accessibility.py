"""WCAG 2.2 AA on every screen, checked by axe-core in both colour schemes, and at 320 px."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.reader import Reader

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_screen_has_a_violation(reader: Reader, scheme: Literal["light", "dark"]) -> None:
    """From the first screen to the result, with an error on the way."""
    reader.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reader.open()
    found = {}
    while (screen := reader.screen) is not None:
        reader.next()
        found[f"{screen}, left empty"] = violations(reader.page)
        reader.answer_screen(SORE)
    found["result"] = violations(reader.page)

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_result_has_a_violation(
    reader: Reader, disposition: str, scheme: Literal["light", "dark"]
) -> None:
    """Each level's card keeps its contrast."""
    reader.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reader.open().answer_all(BY_DISPOSITION[disposition])

    assert violations(reader.page) == []


def test_nothing_scrolls_sideways_at_320_pixels(reader: Reader) -> None:
    """The same as 400% zoom on a screen of 1280 pixels."""
    reader.page.set_viewport_size({"width": 320, "height": 640})
    reader.open()
    too_wide = []
    while (screen := reader.screen) is not None:
        too_wide += [screen] if is_too_wide(reader.page) else []
        reader.answer_screen(SORE)

    assert too_wide == []
    assert not is_too_wide(reader.page)


def test_every_target_is_large_enough(reader: Reader) -> None:
    """44 px for every control that is not a link within a sentence."""
    reader.open()
    small: dict[str, list[str]] = {}
    while (screen := reader.screen) is not None:
        small[screen] = small_targets(reader.page)
        reader.answer_screen(SORE)
    small["result"] = small_targets(reader.page)

    assert {where: what for where, what in small.items() if what} == {}


def violations(page: Page) -> list[str]:
    """What axe-core finds in the self-check."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(
        "tags => axe.run('#main', { runOnly: tags, resultTypes: ['violations'] })", TAGS
    )
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def is_too_wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def small_targets(page: Page) -> list[str]:
    """Controls of the self-check that are under 44 px in one direction."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll(
                'self-check :is(button, summary, select, .button, .self-check__option, .self-check__mark, textarea)'
            )].filter(target => target.checkVisibility()).filter(target => {
                const box = target.getBoundingClientRect()
                return box.width < 44 || box.height < 44
            }).map(target => target.className || target.outerHTML.slice(0, 80))"""
        )
    )
