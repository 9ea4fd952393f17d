"""The documents for maintainers, and what they name: links, paths, ids."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_ID = re.compile(r"(rules|signs|questions|patterns|claims|sources)\.([a-z0-9]+(?:-[a-z0-9]+)*)")
_MADE = ("site/", ".venv/", ".cache/", "node_modules/")
"""What is built or fetched, and so not there in a fresh checkout."""


def name_of(document: Path) -> str:
    """The document's path as messages tell it."""
    return document.relative_to(ROOT).as_posix()


def text_of(document: Path) -> str:
    """The document without its blocks of code."""
    return _FENCE.sub("", document.read_text(encoding="utf-8"))


def links_in(document: Path) -> Iterator[str]:
    """Where the document's links lead, those to other sites left out."""
    for target in _LINK.findall(text_of(document)):
        if "://" not in target:
            yield target


def paths_in(document: Path) -> Iterator[tuple[str, str]]:
    """Each file or folder of the checkout that the document names, and the test in it, if any."""
    first_parts = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    for code in _CODE.findall(text_of(document)):
        path, _, test = code.partition("::")
        is_made = path.startswith(_MADE)
        is_path = "/" in path and path.split("/")[0] in first_parts and " " not in path
        if is_path and not is_made and "<" not in path:
            yield path, test


def ids_in(document: Path) -> Iterator[tuple[str, str]]:
    """Each id of protocol or register that the document names, as kind and id."""
    for code in _CODE.findall(text_of(document)):
        if found := _ID.fullmatch(code):
            yield found[1], found[2]


def known_ids() -> dict[str, set[str]]:
    """The ids that there are, by kind."""
    from triage_py import load_protocol

    protocol = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
    known = {
        "rules": {rule.id for rule in protocol.rules},
        "signs": {sign.id for sign in protocol.signs},
        "questions": set(protocol.questions),
        "patterns": {pattern.id for pattern in protocol.patterns},
        "claims": set[str](),
        "sources": set[str](),
    }
    for path in (ROOT / "content" / "evidence").glob("*.toml"):
        register = tomllib.loads(path.read_text(encoding="utf-8"))
        known["claims"] |= register.get("claims", {}).keys()
        known["sources"] |= register.get("sources", {}).keys()
    return known


def rows_of(document: Path, first_cell: str) -> list[dict[str, str]]:
    """The rows of the table whose first column is so named, as cells by column."""
    lines = iter(text_of(document).splitlines())
    head = next(line for line in lines if line.startswith(f"| {first_cell} |"))
    columns = _cells(head)
    next(lines)
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append(dict(zip(columns, _cells(line), strict=True)))
    return rows


def folders_of(folder: Path) -> set[str]:
    """The folders in a folder that are part of the project: not hidden, not made by a command."""
    made = {line.strip("/\n") for line in (ROOT / ".gitignore").read_text().splitlines()}
    return {
        path.name
        for path in folder.iterdir()
        if not path.name.startswith((".", "_")) and path.name not in made and _holds_files(path)
    }


def _holds_files(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
