"""The same input gives the same bytes, whatever the machine is called and whatever day it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from generator.verifying.listing import digest, names_in
from tests.build.conftest import BIN, ROOT

NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests", "bench")


def test_two_builds_on_two_paths_give_the_same_bytes(tmp_path: Path) -> None:
    """Another path, time zone, order of sets, and language. The guide is printed anew each time."""
    tree = tmp_path / "tree"
    shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
    one = build(tree, tmp_path / "a", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    other = build(
        tree,
        tmp_path / "another, much longer path",
        PYTHONHASHSEED="2",
        TZ="Asia/Tokyo",
        LC_ALL="C",
    )

    assert names_in(one) == names_in(other)
    different = [name for name in names_in(one) if digest(one / name) != digest(other / name)]
    assert different == []


def build(tree: Path, root: Path, **environment: str) -> Path:
    """Build a copy whose code is its own, too; only the engine comes from the cache."""
    shutil.copytree(tree, root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    (root / ".cache").mkdir()
    for kept in ("engine", "micropip"):
        (root / ".cache" / kept).symlink_to(ROOT / ".cache" / kept)
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    clean |= {"PYTHONPATH": str(root), **environment}
    subprocess.run([BIN / "mkdocs", "build", "--quiet"], cwd=root, env=clean, check=True)
    return root / "site"
