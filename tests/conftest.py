"""One Chromium for all tests: Playwright can be started only once at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.setting_up.system import find_browser

# As root, Chromium needs to run without its sandbox; the rest keeps it from calling home.
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's own where there is one."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=list(CHROMIUM))
        yield chromium
        chromium.close()
