"""The same input gives the same bytes, whatever the machine is called and whatever day it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from generator.verifying.listing import digest, names_in
from tests.build.conftest import BIN, ROOT

NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests", "bench")


def test_two_builds_on_two_paths_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """The site that was built here, and one on another path, in another time zone, order of sets and
    language, on another day. Of the second one the guide is printed anew."""
    other = build(
        tmp_path / "another, much longer path", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C"
    )

    assert names_in(site) == names_in(other)
    different = [name for name in names_in(site) if digest(site / name) != digest(other / name)]
    assert different == [], f"or {site} is not of this tree. Run: make site"


def build(root: Path, **environment: str) -> Path:
    """Build a copy whose code is its own, too; only the engine comes from the cache."""
    shutil.copytree(ROOT, root, ignore=NOT_COPIED)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / ".cache").mkdir()
    for kept in ("engine", "micropip"):
        (root / ".cache" / kept).symlink_to(ROOT / ".cache" / kept)
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    clean |= {"PYTHONPATH": str(root), **environment}
    subprocess.run([BIN / "mkdocs", "build", "--quiet"], cwd=root, env=clean, check=True)
    return root / "site"
