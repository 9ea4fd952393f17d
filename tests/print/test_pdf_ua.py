"""The printed editions against PDF/UA-1 (ISO 14289-1), as a validator reads them.

The validator is `outloud`: its rules of conformance agree with veraPDF's on its own 160 files. veraPDF
itself is a Java program that neither PyPI nor npm nor Debian has. `pdfua` from PyPI has 16 of the 106
rules that a machine can check, so it was not taken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOR_THE_PRINTER = ("booklet", "self-check-a3")
"""Two pages side by side, without tags: the page that offers them says so."""


@pytest.fixture(scope="module")
def editions() -> dict[str, Path]:
    """Every edition of the built site by its name."""
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    files = sorted(site.glob("guide/*.pdf"))
    if not files:
        pytest.skip("the site is not built: make site")
    (first,) = (path for path in files if path.stem.endswith("-a4"))
    return {path.stem.removeprefix(first.stem.removesuffix("a4")): path for path in files}


def test_editions_to_be_read_aloud_conform(editions: dict[str, Path]) -> None:
    """Neither an error nor a warning."""
    read = [path for name, path in editions.items() if name not in FOR_THE_PRINTER]
    assert len(read) >= 5
    for told in validated(read):
        findings = [(found["rule"], found["message"]) for found in told["findings"]]
        assert findings == [], told["path"]


def test_the_validator_sees_what_is_missing(editions: dict[str, Path]) -> None:
    """Sheets for the printer have no tags, and it says so."""
    for told in validated([editions[name] for name in FOR_THE_PRINTER]):
        assert told["verdict"] == "fail"


def validated(files: list[Path]) -> list[dict[str, Any]]:
    """What the validator says to each file."""
    command = [
        str(Path(sys.executable).with_name("outloud")),
        *map(str, files),
        *("--layer", "conformance", "--json", "-", "--fail-on", "never", "--quiet"),
    ]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    found: list[dict[str, Any]] = json.loads(said[said.index("{") :])["results"]
    assert len(found) == len(files)
    return found
