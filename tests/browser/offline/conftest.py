"""A host that can be cut off, a deployment that follows, and a browser that may keep the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SITE
from tests.browser.host import Host, hosted
from tests.browser.offline.deployments import next_deployment


@pytest.fixture(scope="session")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_deployment(SITE, tmp_path_factory.mktemp("next") / "site")


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted(SITE) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that keeps what the site asks it to keep. An error in a script fails."""
    context = browser.new_context(viewport={"width": 360, "height": 760}, service_workers="allow")
    fresh = context.new_page()
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    yield fresh
    context.close()
    assert errors == []
