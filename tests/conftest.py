"""One Chromium for all tests, as Playwright can be started only once at a time; and the topics' sites.

No test is about how fast a machine is. So all that waits here waits long, and so do the pages.

`SITE_DIR` names another site of the root than `site/`, `EXAMPLE_SITES` a folder that keeps those of
the examples.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from generator.setting_up.system import find_browser
from tests.topics import BuiltTopics

# As root, Chromium needs to run without its sandbox; the rest keeps it from calling home.
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


PATIENCE_MS = 120_000
"""How long something may take that does come."""
PATIENT_PAGE = """{
  const [later, LONG_MS] = [window.setTimeout, 10_000]
  window.setTimeout = (run, wait, ...more) => later(run, wait >= LONG_MS ? 10 * wait : wait, ...more)
}"""
"""A page gives up an engine that is silent for 20 seconds, which a busy machine can take. Tests of
that put a clock of their own in the place of this one."""


class PatientBrowser:
    """A browser whose pages, and those who wait for something in them, have time.

    Args:
        browser: What Playwright started.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def __getattr__(self, name: str) -> Any:
        return getattr(self._browser, name)

    def new_context(self, **options: Any) -> BrowserContext:
        """As of Playwright."""
        context = self._browser.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(PATIENT_PAGE)
        return context

    def new_page(self, **options: Any) -> Page:
        """As of Playwright: a page in a context of its own."""
        page = self._browser.new_page(**options)
        page.context.set_default_timeout(PATIENCE_MS)
        page.add_init_script(PATIENT_PAGE)
        return page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's own where there is one."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=list(CHROMIUM))
        yield cast("Browser", PatientBrowser(chromium))
        chromium.close()


@pytest.fixture(scope="session")
def built_topics(tmp_path_factory: pytest.TempPathFactory) -> BuiltTopics:
    """The site of each topic by its name; those of the examples are built once for all tests."""
    kept = os.environ.get("EXAMPLE_SITES")
    return BuiltTopics(Path(kept) if kept else tmp_path_factory.mktemp("example-sites"))
