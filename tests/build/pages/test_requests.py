"""A page asks nobody but its own site for anything, and runs nothing that stands inside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.policy.inline_parts import inline_parts
from tests.build.conftest import ROOT

if TYPE_CHECKING:
    from tests.build.pages.built_page import BuiltPage

TEXT = {".html", ".css", ".js", ".mjs", ".json", ".xml", ".txt", ".svg", ".webmanifest"}
LOADED = re.compile(r"""(?:url\(|@import|\bimport\(?|\bfetch\()\s*["']?(?:https?:)?//""")
HERE = (
    str(ROOT),
    str(Path.home()),
    ".".join(("registry", "npmjs")),  # noqa: FLY002 - no file spells such a host
    ".".join(("pythonhosted", "org")),  # noqa: FLY002
    "127.0.0.1",
)


def test_nothing_is_fetched_from_elsewhere(any_page: BuiltPage) -> None:
    """No script, style, picture, font or frame of another site."""
    assert inline_parts(any_page.path.read_text(encoding="utf-8")).foreign == []


def test_nothing_inside_a_page_is_run(any_page: BuiltPage) -> None:
    """No script, style sheet, style attribute or event handler: a strict policy refuses them all."""
    parts = inline_parts(any_page.path.read_text(encoding="utf-8"))

    assert (parts.scripts, parts.styles, parts.handlers) == ([], [], [])
    assert parts.style_attributes == []


@pytest.mark.parametrize("ending", [".css", ".js", ".mjs"])
def test_styles_and_scripts_load_nothing_from_elsewhere(site: Path, ending: str) -> None:
    """What they load stands on this site."""
    found = {
        path.relative_to(site): LOADED.findall(path.read_text(encoding="utf-8"))
        for path in site.rglob(f"*{ending}")
        if "engine" not in path.parts
    }

    assert {path: loaded for path, loaded in found.items() if loaded} == {}


def test_nothing_tells_where_the_site_was_built(site: Path) -> None:
    """No path of a machine and no registry of packages."""
    told = [
        f"{path.relative_to(site)}: {words}"
        for path in site.rglob("*")
        if path.suffix in TEXT and path.is_file()
        for words in HERE
        if f"{words}/" in path.read_text(encoding="utf-8", errors="replace")
    ]

    assert told == []


def test_links_to_other_sites_do_not_say_where_a_reader_came_from(any_page: BuiltPage) -> None:
    """The address of a page about a health question is nobody else's business."""
    (referrer,) = any_page.tree.xpath("//meta[@name='referrer']/@content")

    assert referrer == "no-referrer"
