"""One Chromium for all tests, as Playwright can be started only once at a time; and the topics' sites.

`SITE_DIR` names another site of the root than `site/`, `EXAMPLE_SITES` a folder that keeps those of
the examples.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's own where there is one."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=list(CHROMIUM))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built_topics(tmp_path_factory: pytest.TempPathFactory) -> BuiltTopics:
    """The site of each topic by its name; those of the examples are built once for all tests."""
    kept = os.environ.get("EXAMPLE_SITES")
    return BuiltTopics(Path(kept) if kept else tmp_path_factory.mktemp("example-sites"))
