"""WCAG 2.2 AA on every screen: axe-core in both colour schemes and three widths, zoom and spacing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.axe import violations, violations_in_each_look
from tests.browser.conftest import SiteServer
from tests.browser.reader import Reader

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)
# What WCAG 1.4.12 lets a reader set.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""


def test_no_screen_has_a_violation(reader: Reader) -> None:
    """From the first screen to the result, with an error on the way."""
    reader.open()
    found = {}
    while (screen := reader.screen) is not None:
        found[screen] = in_each_look(reader.page)
        reader.next()
        found[f"{screen}, left empty"] = in_each_look(reader.page)
        reader.answer_screen(SORE)
    found["result"] = in_each_look(reader.page)

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_no_result_has_a_violation(reader: Reader, disposition: str) -> None:
    """Each level's card keeps its contrast."""
    reader.open().answer_all(BY_DISPOSITION[disposition])

    assert in_each_look(reader.page) == []


def test_no_note_has_a_violation(reader: Reader, site_server: SiteServer) -> None:
    """The advice of the first screen, what is known so far, and the fallback."""
    site_server.faults["manifest.json"] = lambda _: None
    reader.open()
    reader.wait_for("fallback")
    found = {"fallback": in_each_look(reader.page)}
    site_server.faults.clear()
    reader.open()
    reader.answer("emergency-signs", "saddle")
    found["emergency"] = in_each_look(reader.page)
    reader.page.locator("#q-emergency-signs-saddle").uncheck()
    reader.answer("emergency-signs", "unsure")
    found["unsure"] = in_each_look(reader.page)
    reader.next()
    reader.page.locator("[data-so-far]:visible summary").press("Enter")
    found["so far"] = in_each_look(reader.page)

    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("width", "height", "style"),
    [(320, 256, ""), (360, 760, SPACING), (1280, 800, SPACING)],
    ids=["zoomed to 400%", "spaced on a phone", "spaced on a screen"],
)
def test_nothing_is_cut_off(reader: Reader, width: int, height: int, style: str) -> None:
    """No text is wider than its box, and what has the focus is never hidden under something."""
    reader.page.set_viewport_size({"width": width, "height": height})
    reader.open()
    if style:
        reader.page.evaluate(
            """style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style)
                document.adoptedStyleSheets.push(sheet) }""",
            style,
        )
    found = {}
    while (screen := reader.screen) is not None:
        found[screen] = cut_off(reader.page)
        reader.tab_to("[data-next]")
        found[f"{screen}, focus"] = [] if is_focus_in_sight(reader.page) else ["Next is covered"]
        reader.answer_screen(SORE)
    found["result"] = cut_off(reader.page)

    assert {where: what for where, what in found.items() if what} == {}


def test_forced_colours_keep_what_is_chosen(reader: Reader) -> None:
    """The system's own controls show it, and the card keeps a border."""
    reader.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    reader.open()
    reader.answer("emergency-signs", "saddle")
    box = reader.page.locator("#q-emergency-signs-saddle")
    assert box.evaluate("box => getComputedStyle(box).appearance") != "none"
    reader.next()

    assert reader.result.evaluate("card => getComputedStyle(card).borderTopStyle") != "none"
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


def in_each_look(page: Page) -> list[str]:
    """What axe-core finds that is new, in light and dark, on a phone, a tablet and a desk."""
    return violations_in_each_look(page, WIDTHS, "#main", TAGS)


def cut_off(page: Page) -> list[str]:
    """Parts of the self-check whose text runs out of them, and a page that scrolls sideways."""
    cut = page.evaluate(
        """() => [...document.querySelectorAll('self-check *')].filter(part =>
            part.checkVisibility() && part.clientWidth > 1 && !(part instanceof SVGElement)
            && part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline'
        ).map(part => part.className || part.tagName)"""
    )
    return [*cut, *(["the page"] if is_too_wide(page) else [])]


def is_focus_in_sight(page: Page) -> bool:
    """Whether the middle of what has the focus is the topmost thing there."""
    return bool(
        page.evaluate(
            """() => { const box = document.activeElement.getBoundingClientRect()
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
                return document.activeElement.contains(top) }"""
        )
    )


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
