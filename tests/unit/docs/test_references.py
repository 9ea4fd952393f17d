"""Every link, path, test, command and id that a document names is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .documents import DOCUMENTS, ROOT, ids_in, known_ids, links_in, name_of, paths_in, text_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    return known_ids()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    """To a file, and to a heading in it."""
    broken = []
    for link in links_in(document):
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    assert not broken, f"{name_of(document)}: these lead nowhere: {broken}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_named_paths_and_tests_are_there(document: Path) -> None:
    """A file that was moved or a test that was renamed is told here."""
    missing = []
    for path, test in paths_in(document):
        if not (ROOT / path.replace("<part>", "care_card")).exists():
            missing.append(path)
        elif test and f"def {test}(" not in (ROOT / path).read_text(encoding="utf-8"):
            missing.append(f"{path}::{test}")
    assert not missing, f"{name_of(document)}: there is no {', no '.join(missing)}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_named_rules_and_claims_are_there(document: Path, known: dict[str, set[str]]) -> None:
    """A rule or claim with another id is told here."""
    unknown = [f"{kind}.{id}" for kind, id in ids_in(document) if id not in known[kind]]
    assert not unknown, f"{name_of(document)}: there is no {', no '.join(unknown)}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_named_commands_are_there(document: Path) -> None:
    """A command that the Makefile does not have is told here."""
    commands = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?m)(?:`|^ *)make ([a-z-]+)", document.read_text(encoding="utf-8")))
    assert named <= commands, f"{name_of(document)}: there is no make {named - commands}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_cited_claims_are_there(document: Path, known: dict[str, set[str]]) -> None:
    """Examples can be copied: the claims in them exist, but for the placeholders."""
    cited = re.findall(r'cite\("([a-z0-9-]+)"\)', document.read_text(encoding="utf-8"))
    assert set(cited) - {"your-id"} <= known["claims"]


def test_documents_are_found() -> None:
    """The checks above would pass on nothing."""
    assert len(DOCUMENTS) > 20


def _anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", text.lower()).replace(" ", "-") for text in headings}
