"""What the build publishes, and what it keeps to itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from tests.build.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NOT_FOR_READERS = {".toml", ".py", ".jinja", ".map"}


def test_every_page_of_the_navigation_is_built(site: Path) -> None:
    """Each page has its place in site/."""
    missing = [page for page in _pages() if not (site / _address(page)).exists()]

    assert missing == []


def test_the_engine_is_whole(site: Path) -> None:
    """Every file of the manifest is there with its size."""
    manifests = list(site.glob("assets/engine/*/manifest.json"))

    assert len(manifests) == 1
    listed = json.loads(manifests[0].read_text())["files"]
    sizes = {file["name"]: (manifests[0].parent / file["name"]).stat().st_size for file in listed}
    assert sizes == {file["name"]: file["bytes"] for file in listed}


def test_nothing_is_published_that_is_not_for_readers(site: Path) -> None:
    """Protocol, register, vignettes and templates stay in the workshop."""
    leaked = [path for path in site.rglob("*") if path.suffix in NOT_FOR_READERS]

    assert leaked == []
    assert not (site / "evidence").exists()


def _pages() -> list[str]:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages: list[str] = []
    waiting: list[object] = [yaml.safe_load(text)["nav"]]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, str):
            pages.append(entry)
        elif isinstance(entry, dict):
            waiting.extend(entry.values())
        elif isinstance(entry, list):
            waiting.extend(entry)
    return pages


def _address(page: str) -> str:
    folder = page.removesuffix(".md").removesuffix("index")
    return f"{folder.rstrip('/')}/index.html".lstrip("/")
