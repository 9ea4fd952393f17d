"""A copy of the project to break, and the site as it was built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests", "bench")
_SHARED = (".cache", "node_modules")
"""What a build only reads, or keeps by the digest of its inputs: linked, not copied."""


@dataclass(frozen=True)
class Workshop:
    """A copy of the project: what is changed in it changes nothing else."""

    root: Path

    @property
    def site(self) -> Path:
        """Where a build publishes."""
        return self.root / "site"

    def replace(self, file: str, old: str, new: str) -> None:
        """Change the first place in a file where a text stands; it must stand there."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def environment(self) -> dict[str, str]:
        """The environment that `make` gives to a build."""
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        fixed = {"SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"}
        return {**os.environ, **fixed, "PATH": path}

    def build(self, program: str = "mkdocs") -> subprocess.CompletedProcess[str]:
        """Build the copy as an author does."""
        command = [str(BIN / program), "build"]
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    root = tmp_path / "workshop"
    shutil.copytree(ROOT, root, ignore=_NOT_COPIED)
    for folder in _SHARED:
        (root / folder).symlink_to(ROOT / folder)
    return Workshop(root)


@pytest.fixture(scope="session")
def site() -> Path:
    """The site of this checkout, which `make test` builds first."""
    folder = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    assert (folder / "index.html").exists(), f"{folder} is not built: run make test"
    return folder
