"""A second topic builds from its own folder, and mixes with no other."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import yaml

from macros.topic import PROTOCOL, read_topic
from tests.topics import BIN, EXAMPLES, ROOT, TOPICS, build_environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.topics import BuiltTopics
    from triage_py import Protocol


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(example: str, built_topics: BuiltTopics) -> Path:
    return built_topics[example]


@pytest.fixture
def protocol(example: str) -> Protocol:
    return read_topic(TOPICS[example] / "content").protocol


def test_its_engine_holds_its_own_rules(site: Path, protocol: Protocol) -> None:
    (rules,) = site.glob("assets/engine/*/protocol.json")

    assert json.loads(rules.read_text(encoding="utf-8"))["protocol"]["id"] == protocol.id


def test_its_guide_is_printed_under_the_name_that_the_settings_give(
    example: str, site: Path, protocol: Protocol
) -> None:
    """Every edition, and the emergency signs are on the first inside page."""
    text = (TOPICS[example] / "mkdocs.yml").read_text(encoding="utf-8")
    name = yaml.safe_load(text)["extra"]["guide"]["name"]
    printed = {path.name for path in (site / "guide").glob("*.pdf")}

    assert {f"{name}-a4.pdf", f"{name}-self-check.pdf", f"{name}-red-flag-card.pdf"} <= printed
    assert all(file.startswith(f"{name}-") for file in printed)
    inside = " ".join(_words_of(site / "guide" / f"{name}-a4.pdf", 1).split())
    for option in protocol.screens[0].questions[0].options:
        assert option.text in inside


def test_the_self_check_on_paper_fits_on_both_sides_of_one_sheet(site: Path) -> None:
    """It has few questions, so it does not fill the sheets of a longer one."""
    (sheet,) = (site / "guide").glob("*-self-check.pdf")

    assert len(pypdfium2.PdfDocument(sheet)) <= 2


def test_what_is_kept_for_it_stands_in_its_own_folder(example: str, site: Path) -> None:
    """Its last printed guide is not taken for that of another topic, nor the other way round."""
    assert site.exists()
    own, roots = TOPICS[example] / ".cache" / "guide", ROOT / ".cache" / "guide"
    printed = {path.name for path in (site / "guide").iterdir()}

    last = own / f"editions-{(own / 'last').read_text(encoding='utf-8')}"
    assert {path.name for path in last.iterdir()} == printed
    assert not [path for path in roots.rglob("*") if path.name in printed]


@pytest.mark.parametrize("command", ["lint", "prove"])
def test_its_rules_pass_the_checks(example: str, command: str) -> None:
    """As its publisher runs them."""
    rules = TOPICS[example] / "content" / PROTOCOL
    done = subprocess.run(
        [str(BIN / "python"), "-m", "triage_py", command, str(rules)],
        cwd=ROOT,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_topic_without_a_mark_of_its_own_gets_a_tick(site: Path) -> None:
    """And not the mark of another topic."""
    icon = (site / "assets/images/favicon.svg").read_text(encoding="utf-8")
    other = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["mark"]

    assert icon.startswith("<svg")
    assert other["line"] not in icon
    assert other["line"] not in (site / "index.html").read_text(encoding="utf-8")


def test_the_look_comes_along(site: Path) -> None:
    for file in ("stylesheets/self-check.css", "404.html", "robots.txt"):
        assert (site / file).exists()
    assert list(site.glob("assets/scripts/*/define.mjs"))
    assert list((site / "assets" / "fonts").glob("*.woff2"))


def _words_of(pdf: Path, page: int) -> str:
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded()
    return str(text).replace("\r\n", " ")
