"""Pages are valid HTML.

Two rules are off besides those of taste. `valid-autocomplete`: browsers know `autocomplete="off"` on
boxes too, and it keeps answers from coming back after a reload. `wcag/h32`: no form here is ever
sent; the search answers while one types.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.build.conftest import BIN, ROOT
from tests.build.pages.built_page import (
    NOT_FOUND,
    BuiltPage,
    addresses,
    framed_addresses,
    translated_addresses,
)
from tests.topics import TOPICS, BuiltTopics

PROGRAM = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")


@pytest.fixture(scope="module")
def findings(
    built_topics: BuiltTopics, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, list[str]]:
    """What the validator says of all pages: one start of Node for all."""
    pages = [
        BuiltPage(built_topics[topic], address).path
        for topic, folder in TOPICS.items()
        for address in [
            *addresses(folder),
            *translated_addresses(folder),
            *framed_addresses(folder),
            NOT_FOUND,
        ]
    ]
    found = _validated(pages, tmp_path_factory.mktemp("validity"))
    return {page: found.get(page.resolve(), []) for page in pages}


def test_every_page_is_valid(any_page: BuiltPage, findings: dict[Path, list[str]]) -> None:
    """No error and no warning."""
    assert findings[any_page.path] == []


def test_what_is_not_valid_is_found(tmp_path: Path) -> None:
    """Else the test above would see nothing."""
    broken = tmp_path / "broken.html"
    broken.write_text("<!doctype html><html lang='en'><title>a</title><p><div></p>")

    assert _validated([broken], tmp_path)[broken.resolve()]


def _validated(pages: list[Path], folder: Path) -> dict[Path, list[str]]:
    report = folder / "report.json"  # through a pipe, a long report would be cut short
    done = subprocess.run(
        [BIN / "node", PROGRAM, "--config", RULES, "--formatter", f"json={report}", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stderr
    return {
        Path(page["filePath"]).resolve(): [
            f"{told['line']}:{told['column']} {told['ruleId']}: {told['message']}"
            for told in page["messages"]
        ]
        for page in json.loads(report.read_text(encoding="utf-8"))
    }
