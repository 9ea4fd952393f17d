"""The archive opened from the disk in Firefox, with its strict file policy on and no network."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.setting_up.environment import BIN
from generator.setting_up.system import find_program
from tests.browser.answers import BY_DISPOSITION
from tests.browser.conftest import SITE

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("read-archive.mjs")
FIREFOX = find_program("firefox-esr")
PATIENCE_S = 900
pytestmark = pytest.mark.skipif(
    FIREFOX is None, reason="Firefox is not installed: sudo apt-get install firefox-esr"
)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a reader sees who opens the archive and answers as two people would."""
    folder = tmp_path_factory.mktemp("a stick") / "für später #1"
    with zipfile.ZipFile(next(SITE.glob("offline/*.zip"))) as archive:
        archive.extractall(folder)
    answers = {level: BY_DISPOSITION[level] for level in ("emergency", "soon")}
    command = [ROOT / ".venv" / BIN / "node", SCRIPT, FIREFOX, f"{folder.as_uri()}/"]
    done = subprocess.run(
        [*map(str, command), json.dumps(answers)],
        # A home of its own: nobody's profile is touched.
        env={**os.environ, "HOME": str(tmp_path_factory.mktemp("home"))},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_pages_search_and_font_are_there(seen: dict[str, Any]) -> None:
    assert seen["title"]
    assert seen["found"] > 0
    assert "loaded" in seen["fonts"]


def test_the_self_check_decides(seen: dict[str, Any]) -> None:
    """From its first screen, and from its last."""
    assert seen["dispositions"] == {"emergency": "emergency", "soon": "soon"}


def test_firefox_complains_of_nothing(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []
