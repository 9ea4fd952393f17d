"""What may be sent, in bytes. Times are measured by `make bench`; these numbers are the same everywhere."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import brotli
import pytest

from tests.build.conftest import ROOT

KNOWN = {
    ".css", ".html", ".ico", ".js", ".json", ".mjs", ".pdf", ".png", ".svg", ".txt", ".wasm",
    ".webmanifest", ".webp", ".whl", ".woff2", ".xml", ".zip", ".gz", "",
}  # fmt: skip
LARGE = 400_000
"""Bytes. What is larger has a budget of its own below."""


def test_the_engine(site: Path) -> None:
    """Everything that the self-check fetches besides its page, as servers send it."""
    files = list(_engine(site))

    assert sum(_brotli(path) for path in files) <= 3_900_000
    assert sum(_gzip(path) for path in files) <= 4_900_000


def test_the_scripts_of_the_self_check(site: Path) -> None:
    """The element and its worker."""
    files = [path for path in site.glob("assets/scripts/*/**/*") if path.is_file()]

    assert files
    assert sum(_gzip(path) for path in files) < 20_000


def test_the_style_sheets(site: Path) -> None:
    """Together, with those of single pages."""
    assert sum(_gzip(path) for path in site.glob("stylesheets/*.css")) < 24_000


def test_the_search(site: Path) -> None:
    """Fetched by those who search: the theme's script, its worker and the index of two languages."""
    files = [*site.glob("assets/javascripts/**/*.js"), site / "search" / "search_index.json"]

    assert sum(_gzip(path) for path in files) < 150_000


def test_the_editions_of_the_guide(site: Path) -> None:
    editions = {path.name: path.stat().st_size for path in site.glob("guide/*.pdf")}

    assert editions
    assert [name for name, size in editions.items() if size > 1_000_000] == []


def test_the_archive(site: Path) -> None:
    """The whole site with its engine, for a stick or a computer without a network."""
    (archive,) = site.glob("offline/*.zip")

    assert archive.stat().st_size <= 10_000_000


def test_nothing_else_is_large(site: Path) -> None:
    large = [
        str(path.relative_to(site))
        for path in site.rglob("*")
        if path.is_file()
        and path.stat().st_size > LARGE
        and not str(path.relative_to(site)).startswith(("assets/engine/", "guide/", "offline/"))
    ]

    assert large == []


def test_nothing_is_published_that_no_page_uses(site: Path) -> None:
    """Source maps, languages of the search and style sheets of the theme stay behind."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]

    assert [name for name in files if name.endswith(".map")] == []
    assert [name for name in files if "/lunr/" in name] == []
    assert [name for name in files if name.startswith("assets/stylesheets/")] == []
    assert [name for name in files if Path(name).suffix not in KNOWN | {".br"}] == []


def _engine(site: Path) -> list[Path]:
    (manifest,) = site.glob("assets/engine/*/manifest.json")
    return [path for path in manifest.parent.iterdir() if path.suffix not in (".br", ".gz")]


def _gzip(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def _brotli(path: Path) -> int:
    """As a host sends it that compresses beforehand. The runtime takes half a minute: once is enough."""
    content = path.read_bytes()
    kept = ROOT / ".cache" / "compressed" / f"{hashlib.sha256(content).hexdigest()[:32]}.br"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_name(f"{kept.name}-{os.getpid()}")
        unfinished.write_bytes(brotli.compress(content, quality=11, lgwin=24))
        unfinished.replace(kept)
    return kept.stat().st_size


@pytest.mark.parametrize("name", ["index.html", "red-flags/index.html"])
def test_other_pages_know_nothing_of_the_engine(site: Path, name: str) -> None:
    """Not a byte of it until somebody opens the self-check."""
    html = (site / name).read_text(encoding="utf-8")

    assert "assets/engine/" not in html
    assert "assets/scripts/" not in html
