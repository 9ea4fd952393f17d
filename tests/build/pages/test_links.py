"""Every link leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build.pages.built_page import BuiltPage

OUTSIDE = ("http", "https", "tel", "mailto", "data")


def test_links_inside_the_site_lead_to_files_and_parts_that_exist(any_page: BuiltPage) -> None:
    """Pages, anchors, styles, scripts, fonts and pictures."""
    broken = []
    for element in any_page.tree.xpath("//*[@href or @src or @data-search-bundle]"):
        for name in ("href", "src", "data-search-bundle"):
            link = element.get(name)
            if link is None or urlsplit(link).scheme in OUTSIDE:
                continue
            file, part = any_page.file_at(link)
            if not file.is_file() or (part and part not in _parts(file)):
                broken.append(link)

    assert broken == []


def test_no_id_stands_twice(any_page: BuiltPage) -> None:
    """Else a link to it would be a guess."""
    ids = any_page.tree.xpath("//@id")

    assert sorted({id for id in ids if ids.count(id) > 1}) == []


def test_links_say_where_they_lead(any_page: BuiltPage) -> None:
    """A link read out of its sentence still means something."""
    empty = {"here", "click here", "this", "link", "more", "read more", ""}
    links = any_page.tree.cssselect("a[href]:not([aria-hidden])")
    names = [link.get("aria-label") or link.text_content().strip() for link in links]

    assert [name for name in names if name.lower() in empty] == []


_PARTS: dict[Path, set[str]] = {}


def _parts(file: Path) -> set[str]:
    if file not in _PARTS:
        _PARTS[file] = set(html.document_fromstring(file.read_bytes()).xpath("//@id"))
    return _PARTS[file]
