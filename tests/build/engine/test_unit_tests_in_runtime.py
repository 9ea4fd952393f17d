"""The wheel's unit tests can run on the Python that runs in browsers."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from generator.engine import EngineBundle, EngineError, NodeTools

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "generator" / "engine" / "node" / "test-in-pyodide.mjs"

PASSING = """
import sys

import triage_py

def test_the_wheel_is_tested_and_not_the_checkout():
    assert sys.platform == "emscripten"
    assert triage_py.__file__.endswith("site-packages/triage_py/__init__.pyc")
"""
FAILING = """
def test_one_is_two():
    assert 1 == 2
"""


def test_a_test_that_passes_passes(engine: EngineBundle, tools: NodeTools, tmp_path: Path) -> None:
    (tmp_path / "test_passing.py").write_text(PASSING)

    assert "1 passed" in run(engine, tools, tmp_path)


def test_a_test_that_fails_is_told(engine: EngineBundle, tools: NodeTools, tmp_path: Path) -> None:
    (tmp_path / "test_failing.py").write_text(FAILING)

    with pytest.raises(EngineError, match="assert 1 == 2"):
        run(engine, tools, tmp_path)


def run(engine: EngineBundle, tools: NodeTools, tests: Path) -> str:
    wheel = next(file.path for file in engine.files if file.role == "package")
    order = {
        "runtime": str(tools.runtime),
        "wheel": str(wheel),
        "root": str(tests),
        "tests": ["."],
        "python_packages": sysconfig.get_path("purelib"),
    }
    return tools.run(SCRIPT, order)
