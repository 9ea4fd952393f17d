"""The page of licences leaves nothing out that readers get."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from generator.supply_chain import shipped_components
from generator.supply_chain.theme_parts import THEME_PARTS
from macros.environment import page_environment
from macros.licences import TEXTS, licences_html
from tests.build.conftest import ROOT

if TYPE_CHECKING:
    from generator.supply_chain import Component

PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")


@pytest.fixture(scope="module")
def shipped() -> list[Component]:
    return shipped_components(ROOT, ROOT / "content")


def test_every_part_has_a_maker_and_a_licence_with_its_text(shipped: list[Component]) -> None:
    assert [part.name for part in shipped if not part.author] == []
    assert [part.name for part in shipped if part.licence not in TEXTS] == []


def test_runtime_font_and_figure_are_named_as_their_makers_say(shipped: list[Component]) -> None:
    found = {part.name: (part.licence, part.author) for part in shipped}

    assert found["pyodide"][0] == "MPL-2.0"
    assert found["cpython"] == ("PSF-2.0", "Python Software Foundation")
    assert found["mkdocs-material"] == ("MIT", "Martin Donath")
    assert found["atkinson-hyperlegible-next"][0] == "OFL-1.1"
    assert found["@mjcdev/react-body-highlighter"] == ("MIT", "ELABBASSI Hicham")


def test_the_theme_brings_no_package_that_is_not_named() -> None:
    """A new version may bring another one: its source maps tell."""
    scripts = Path(str(files("material"))) / "templates" / "assets" / "javascripts"
    maps = [*scripts.glob("bundle.*.map"), *scripts.glob("workers/*.map")]
    sources = [source for path in maps for source in json.loads(path.read_text())["sources"]]

    assert {found[1] for source in sources if (found := PACKAGE.search(source))} == {
        part.name for part in THEME_PARTS
    }


def test_the_page_shows_them_all(site: Path, shipped: list[Component]) -> None:
    page = BeautifulSoup((site / "licences" / "index.html").read_text(encoding="utf-8"), "lxml")
    names = [name.get_text() for name in page.select(".licences__name")]

    assert names == [f"{part.name} {part.version}".strip() for part in shipped]
    for words in ("CC BY 4.0", "MIT License", "Mozilla Public License 2.0", "Open Font License"):
        assert words in page.get_text()


def test_words_of_makers_are_words(shipped: list[Component]) -> None:
    """A name with a sign that means something in HTML stays a name."""
    html = licences_html(shipped[:1], environment=page_environment())

    assert html.count("licences__part") == 1
    assert "Decides in the self-check." in html
