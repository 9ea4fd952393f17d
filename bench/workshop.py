"""Copies of the project to build in: what is measured there changes nothing here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

NOT_COPIED = shutil.ignore_patterns(
    ".*", "__pycache__", "node_modules", "site", "tests", "bench", "docs"
)
BIN = Path(sys.executable).parent


def copy_project(root: Path, folder: Path) -> Path:
    """Copy what a build reads; what it keeps by content is linked, but for the printed guide.

    Args:
        root: The project's folder.
        folder: Where to; it is made anew.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder, ignore=NOT_COPIED)
    (folder / "node_modules").symlink_to(root / "node_modules")
    (folder / ".cache").mkdir()
    for kept in ("engine", "micropip", "compressed"):
        (root / ".cache" / kept).mkdir(exist_ok=True)
        (folder / ".cache" / kept).symlink_to(root / ".cache" / kept)
    return folder


def build_seconds(folder: Path) -> float:
    """Build a site and say how long it took.

    Raises:
        RuntimeError: It could not be built; with what the build said.
    """
    begin = time.perf_counter()
    done = subprocess.run(
        [str(BIN / "mkdocs"), "build", "--quiet"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        message = f"{folder}: cannot be built:\n{done.stderr[-2000:]}"
        raise RuntimeError(message)
    return time.perf_counter() - begin


def environment() -> dict[str, str]:
    """The environment that `make` gives to a build, on a machine that keeps compiled Python."""
    own = {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**inherited, **own, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
