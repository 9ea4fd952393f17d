"""The triage imports the standard library and itself; a few commands need more, and say so."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "triage_py"
FILES = sorted(FOLDER.rglob("*.py"))
NEEDED_BY_COMMANDS = {"proof/logic.py": {"z3"}, "terminal/presenting.py": {"rich"}}
"""What a command needs beside: an extra of the distribution, imported only when it runs."""


def imported_by(path: Path) -> set[str]:
    """The top-level names of all modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("triage_py" if node.level else str(node.module).split(".")[0])
    return names


def test_nothing_but_the_standard_library_is_imported_beside_what_commands_need() -> None:
    """So one wheel runs everywhere, and starts fast in a browser."""
    own = {*sys.stdlib_module_names, "triage_py"}
    foreign = {path.relative_to(FOLDER).as_posix(): imported_by(path) - own for path in FILES}

    assert len(FILES) > 10
    assert {name: found for name, found in foreign.items() if found} == NEEDED_BY_COMMANDS


def test_nothing_else_is_imported_with_the_package_or_with_the_messages() -> None:
    """What a command needs stays away until the command is called."""
    script = "import sys, triage_py.__main__, triage_py.messages; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.decode().split()}

    assert "triage_py" in loaded
    assert loaded & set[str]().union(*NEEDED_BY_COMMANDS.values()) == set()


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
