"""Every built page, one by one. `SITE_DIR` names another folder than `site/`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.build.conftest import ROOT
from tests.build.pages.built_page import NOT_FOUND, BuiltPage, addresses


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site."""
    folder = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    assert (folder / "index.html").exists(), f"{folder} is not built. Run: make site"
    return folder


@pytest.fixture(params=addresses(), ids=lambda address: address or "home")
def page(site: Path, request: pytest.FixtureRequest) -> BuiltPage:
    """Each page of the navigation."""
    return BuiltPage(site, request.param)


@pytest.fixture(params=[*addresses(), NOT_FOUND], ids=lambda address: address or "home")
def any_page(site: Path, request: pytest.FixtureRequest) -> BuiltPage:
    """Each page of the navigation, and the one for addresses that lead nowhere."""
    return BuiltPage(site, request.param)
