"""A first visit is light: it has to work on a bad connection in a changing room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.build.pages.built_page import BuiltPage

BUDGET = 80_000
"""Bytes as sent: text compressed with brotli, the font as it is."""
FETCHED = (
    "//link[@rel='stylesheet' or @rel='preload' or @rel='modulepreload' or @rel='icon']/@href"
    " | //script/@src | //img/@src"
)
MANIFEST = "//link[@rel='manifest']/@href"
COMPRESSED_ALREADY = {".woff2", ".png", ".webp"}


def test_a_first_visit_costs_little(any_page: BuiltPage) -> None:
    """The page, its style sheets, scripts, font, icon and pictures, also those further down."""
    sizes = {path.name: _bytes_sent(path) for path in _files(any_page)}

    assert sum(sizes.values()) <= BUDGET, sizes


def _files(page: BuiltPage) -> Iterator[Path]:
    yield page.path
    files = {page.file_at(link)[0] for link in page.tree.xpath(FETCHED)}
    for link in page.tree.xpath(MANIFEST):
        manifest, _ = page.file_at(link)
        # Browsers look whether the site could be an app, and fetch the first icon for that.
        icon = json.loads(manifest.read_text(encoding="utf-8"))["icons"][0]
        files |= {manifest, (manifest.parent / icon["src"]).resolve()}
    yield from files


def _bytes_sent(path: Path) -> int:
    content = path.read_bytes()
    if path.suffix in COMPRESSED_ALREADY:
        return len(content)
    return len(brotli.compress(content, quality=11))
