"""The example in the package's README works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from triage_py import Ask, Assessment

ROOT = Path(__file__).parents[3]
README = ROOT / "triage_py" / "README.md"


def test_the_example_runs_and_gives_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first expression is the disposition that its comment tells."""
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)
    known: dict[str, Any] = {}
    exec(example, known)

    assert isinstance(known["step"], Ask)
    assert isinstance(known["result"], Assessment)
    shown = re.findall(r"^(result\S+)\s+# '(\w+)'$", example, re.MULTILINE)
    assert shown
    for expression, value in shown:
        assert eval(expression, known) == value


def test_every_file_it_lists_is_there() -> None:
    """The table names what the folder holds."""
    listed = re.findall(r"^\| `([\w/.]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)

    assert listed
    assert [name for name in listed if not (ROOT / "triage_py" / name).exists()] == []
