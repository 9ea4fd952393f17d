"""Decisions have one form, guides end with how to test, words and versions are those of the code."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

import pytest

from triage_py import load_protocol

from .documents import DOCS, ROOT, links_in, name_of, rows_of

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS = sorted((DOCS / "adr").glob("*.md"))
GUIDES = sorted((DOCS / "how-to").glob("*.md"))
PARTS = ["Context", "Decision", "Tried and rejected", "Consequences"]
MOST_LINES = 60
LARGEST_PICTURE = 300_000


def test_decisions_are_numbered_in_order() -> None:
    """An overturned decision stays, so there is no gap."""
    numbers = [int(decision.name.split("-")[0]) for decision in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=name_of)
def test_a_decision_is_one_page_of_four_parts(decision: Path) -> None:
    """Its number, its date, and the parts in order."""
    text = decision.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(decision.name.split('-')[0])}. ")
    assert re.search(r"^Date: \d{4}-\d\d-\d\d", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS
    assert len(text.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("guide", GUIDES, ids=name_of)
def test_a_guide_ends_with_how_to_see_and_test_the_change(guide: Path) -> None:
    """Whoever changed something wants to know whether it worked."""
    headings = re.findall(r"^## (.+)$", guide.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[-1] == "See and test it"


def test_the_signpost_leads_to_each_guide() -> None:
    """A guide that nobody finds is not there."""
    linked = {link.split("/")[-1] for link in links_in(ROOT / "CONTRIBUTING.md")}
    assert {guide.name for guide in GUIDES} <= linked


def test_words_of_the_glossary_are_names_in_the_code() -> None:
    """Each once, in order, and each public name is public."""
    rows = rows_of(DOCS / "glossary.md", "word")
    words = [row["word"] for row in rows]
    assert words == sorted(set(words))
    for row in rows:
        for module, name in re.findall(r"`([a-z_.]+)\.([A-Z]\w+)`", row["in code"]):
            assert name in importlib.import_module(module).__all__, f"{module}.{name}"


def test_the_changelog_starts_with_the_advice_and_this_version() -> None:
    """Clinicians read whom a change of the rules touches before anything else."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = load_protocol(ROOT / "content" / "self-check" / "protocol.toml").version
    (newest, *_) = re.findall(r"^## (\S+)", text, re.MULTILINE)
    assert newest == version, "CHANGELOG.md: say who gets other advice than before"
    for release in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        assert re.findall(r"^### (.+)$", release, re.MULTILINE)[0] == "Advice changed"


def test_pictures_are_small() -> None:
    """They come with every clone."""
    for picture in (DOCS / "pictures").glob("*"):
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name
