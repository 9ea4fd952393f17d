"""The page without JavaScript: the emergency signs answer by style alone, and the paper version stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def plain_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The self-check in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 760})
    page = context.new_page()
    page.goto(site_url + "self-check/")
    yield page
    context.close()


def test_an_emergency_sign_shows_what_to_do(plain_page: Page) -> None:
    """One tick is enough, and its advice is in sight at once."""
    advice = plain_page.locator('[data-now="emergency"] .self-check__now-head')
    expect(advice).to_be_hidden()

    plain_page.locator('[data-level="emergency"]').first.check()

    expect(advice).to_be_in_viewport()
    expect(advice.get_by_role("link")).to_have_attribute("href", "tel:999")


def test_not_sure_shows_whom_to_ring(plain_page: Page) -> None:
    """Not sure about an emergency sign is no "no"."""
    plain_page.locator('[data-level="urgent"]').check()

    expect(plain_page.locator('[data-now="urgent"] .self-check__now-head')).to_be_visible()
    expect(plain_page.locator('[data-now="emergency"] .self-check__now-head')).to_be_hidden()


def test_an_emergency_outranks_not_sure(plain_page: Page) -> None:
    """With both ticked, only the emergency is shown."""
    plain_page.locator('[data-level="urgent"]').check()
    plain_page.locator('[data-level="emergency"]').first.check()

    expect(plain_page.locator('[data-now="urgent"] .self-check__now-head')).to_be_hidden()
    expect(plain_page.locator('[data-now="emergency"] .self-check__now-head')).to_be_visible()


def test_the_paper_self_check_is_open(plain_page: Page) -> None:
    """Who cannot run the questions can answer them on paper."""
    expect(plain_page.locator(".self-check__paper .paper-self-check")).to_be_visible()


def test_nothing_that_needs_a_script_is_shown(plain_page: Page) -> None:
    """No button that does nothing, no later screen, no empty result."""
    for selector in ("[data-next]", "[data-leave]", "[data-back]", "[data-result]"):
        expect(plain_page.locator(selector).first).to_be_hidden()
    expect(plain_page.locator("[data-screen]:visible")).to_have_count(1)
