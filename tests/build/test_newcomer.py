"""A newcomer's clone, in an empty folder, builds with one command."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.build.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a copy without history cannot be cloned")
def test_a_fresh_clone_builds_with_make_site(tmp_path: Path) -> None:
    """Nothing but what is committed is needed, and a second run does not set up again."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    clean = {key: value for key, value in os.environ.items() if "VIRTUAL_ENV" not in key}
    clean["PATH"] = os.pathsep.join(
        part for part in clean["PATH"].split(os.pathsep) if ".venv" not in part
    )

    first = _make_site(clone, clean)
    second = _make_site(clone, clean)

    assert first.returncode == 0, first.stdout + first.stderr
    assert (clone / "site" / "index.html").exists()
    assert list((clone / "site").glob("assets/engine/*/manifest.json"))
    assert list((clone / "site").glob("guide/*.pdf"))
    assert "set-up:" in first.stdout
    assert second.returncode == 0, second.stdout + second.stderr
    assert "set-up:" not in second.stdout


def _make_site(clone: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "site"], cwd=clone, env=environment, capture_output=True, text=True, check=False
    )
