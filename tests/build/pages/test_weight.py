"""A first visit is light: it has to work on a bad connection in a changing room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.build.pages.built_page import BuiltPage

BUDGET = 80_000
"""Bytes as sent: text compressed with brotli, the font as it is."""
FETCHED = (
    "//link[@rel='stylesheet' or @rel='preload' or @rel='modulepreload']/@href | //script/@src"
    " | //img/@src"
)
COMPRESSED_ALREADY = {".woff2", ".png", ".webp"}


def test_a_first_visit_costs_little(any_page: BuiltPage) -> None:
    """The page, its style sheets, scripts, font and pictures together, also those further down."""
    sizes = {path.name: _bytes_sent(path) for path in _files(any_page)}

    assert sum(sizes.values()) <= BUDGET, sizes


def _files(page: BuiltPage) -> Iterator[Path]:
    yield page.path
    yield from {page.file_at(link)[0] for link in page.tree.xpath(FETCHED)}


def _bytes_sent(path: Path) -> int:
    content = path.read_bytes()
    if path.suffix in COMPRESSED_ALREADY:
        return len(content)
    return len(brotli.compress(content, quality=11))
