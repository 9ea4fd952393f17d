"""Every page, opened as a reader opens it; whatever goes wrong while it loads is kept.

Each module opens each page as seldom as it can: what is looked at in one page goes by its address, so
that tests of one address follow each other.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.build.pages.built_page import (
    NOT_FOUND,
    addresses,
    framed_addresses,
    translated_addresses,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import SiteServer

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    window.shifts.push({ value: shift.value, moved: shift.sources.map((s) => s.node?.nodeName) });
  }
}).observe({ type: "layout-shift", buffered: true });
"""
HEIGHT = 900


@dataclass
class Opened:
    """A page in the browser.

    Attributes:
        page: What Playwright drives.
        wrong: Errors in the console, failed requests, and requests to other sites.
    """

    page: Page
    wrong: list[str] = field(default_factory=list)


Open = "Callable[..., AbstractContextManager[Opened]]"


@pytest.fixture(scope="module")
def open_page(
    browser: Browser, site_server: SiteServer
) -> Callable[..., AbstractContextManager[Opened]]:
    """Opens an address at a width, in light or dark colours."""
    site_server.mend()

    @contextmanager
    def opening(address: str, width: int = 1280, scheme: str = "light") -> Iterator[Opened]:
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            locale="en-GB",
        )
        context.add_init_script(WATCH_SHIFTS)
        opened = Opened(context.new_page())
        _listen(opened, urlsplit(site_server.url).netloc)
        opened.page.goto(site_server.url + address)
        opened.page.evaluate("document.fonts.ready")
        yield opened
        context.close()

    return opening


@pytest.fixture(
    scope="module",
    params=[*addresses(), *translated_addresses(), *framed_addresses(), NOT_FOUND],
    ids=lambda address: address or "home",
)
def address(request: pytest.FixtureRequest) -> str:
    """Each page's address."""
    return str(request.param)


def _listen(opened: Opened, host: str) -> None:
    page, wrong = opened.page, opened.wrong
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: (
            wrong.append(f"to another site: {request.url}")
            if urlsplit(request.url).netloc not in ("", host)
            else None
        ),
    )
