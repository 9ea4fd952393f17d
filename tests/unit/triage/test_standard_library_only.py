"""The triage imports the standard library and itself, nothing else."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "triage_py"
FILES = sorted(FOLDER.rglob("*.py"))


def imported_by(path: Path) -> set[str]:
    """The top-level names of all modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("triage_py" if node.level else str(node.module).split(".")[0])
    return names


def test_nothing_but_the_standard_library_is_imported() -> None:
    """So one wheel runs everywhere, and starts fast in a browser."""
    foreign = {path.name: imported_by(path) - sys.stdlib_module_names for path in FILES}

    assert len(FILES) > 10
    assert {
        name: found - {"triage_py"} for name, found in foreign.items() if found - {"triage_py"}
    } == {}


def test_the_toml_reader_is_left_at_home() -> None:
    """The browser gets the protocol already parsed: `tomllib` is imported only when it is used."""
    top_level = {
        alias.name
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import)
        for alias in node.names
    }

    assert "tomllib" not in top_level
