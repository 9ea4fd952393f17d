"""The topics that the tests read: the one at the root, and the examples."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent

TOPICS = {"root": ROOT} | {
    folder.name: folder
    for folder in sorted((ROOT / "examples").iterdir())
    if (folder / "mkdocs.yml").exists()
}
"""Each topic's folder, which holds `content/` and `mkdocs.yml`."""
EXAMPLES = [name for name in TOPICS if name != "root"]


def build_environment() -> dict[str, str]:
    """The environment that `make` gives to a build."""
    fixed = {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **fixed, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def build(topic: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Build a topic as its publisher does, from some other folder."""
    return subprocess.run(
        [str(BIN / "mkdocs"), "build", "-f", str(topic / "mkdocs.yml"), *more],
        cwd=topic.anchor,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


class BuiltTopics:
    """The site of each topic, built when it is first asked for.

    Args:
        folder: Where sites of examples are built.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> Path:
        if name == "root":
            site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
            assert (site / "index.html").exists(), f"{site} is not built. Run: make site"
            return site
        site = self._folder / name
        if not site.exists():
            built = build(TOPICS[name], "-d", str(site))
            assert built.returncode == 0, built.stdout + built.stderr
        return site
