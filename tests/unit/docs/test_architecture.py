"""The tree in the architecture, and the README's table, are the folders that there are."""

from __future__ import annotations

from .documents import DOCS, ROOT, folders_of, rows_of

ARCHITECTURE = DOCS / "architecture.md"


def test_the_tree_is_the_folders() -> None:
    """Two levels deep: each folder has its line, and each line its folder."""
    there = {
        f"{room}/{folder}" if folder else room
        for room in folders_of(ROOT)
        for folder in {"", *folders_of(ROOT / room)}
    }
    told = _folders_in_tree()
    assert not there - told, f"docs/architecture.md: add a line for {sorted(there - told)}"
    assert not told - there, f"docs/architecture.md: take out the line for {sorted(told - there)}"


def test_the_readme_tells_each_room() -> None:
    """Nobody has to guess what a folder is."""
    told = {row["folder"].strip("`/") for row in rows_of(ROOT / "README.md", "folder")}
    assert told == folders_of(ROOT), "README.md: the table of folders"


def _folders_in_tree() -> set[str]:
    block = ARCHITECTURE.read_text(encoding="utf-8").split("```")[1]
    found: set[str] = set()
    room = ""
    for line in block.strip("\n").splitlines():
        folder = line.split("/ ")[0].strip()
        if line.startswith("  "):
            found.add(f"{room}/{folder}")
        else:
            room = folder
            found.add(room)
    return found
