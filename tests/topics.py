"""The topics that the tests read: the one at the root, and the examples."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]

TOPICS = {"root": ROOT} | {
    folder.name: folder
    for folder in sorted((ROOT / "examples").iterdir())
    if (folder / "mkdocs.yml").exists()
}
"""Each topic's folder, which holds `content/` and `mkdocs.yml`."""
