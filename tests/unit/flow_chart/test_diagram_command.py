"""`python -m triage_py diagram PROTOCOL`."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage_py.__main__ import main

PLANT = Path(__file__).parents[3] / "tests/unit/triage/plant.toml"


def test_svg_unless_said_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard output."""
    assert main(["diagram", str(PLANT)]) == 0
    assert capsys.readouterr().out.startswith("<svg ")


def test_mermaid(capsys: pytest.CaptureFixture[str]) -> None:
    """Every screen, the gate, and the result that has to be earned."""
    assert main(["diagram", str(PLANT), "--format", "mermaid"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "flowchart TD"
    assert '  screen1["1. Is any of these so?"]' in lines
    assert '  screen1 ==>|"2 rules"| emergency' in lines
    assert '  enter3{{"Only if: An orchid"}}' in lines
    assert "  enter3 -.-> screen4" in lines
    assert any(line.startswith("  self_care([") and "It looks well." in line for line in lines)


def test_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing on standard output."""
    path = tmp_path / "flow.svg"

    assert main(["diagram", str(PLANT), "-o", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert path.read_text(encoding="utf-8").endswith("</svg>\n")


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2."""
    assert main(["diagram", str(PLANT), "-o", str(tmp_path)]) == 2
    assert "cannot write the diagram" in capsys.readouterr().err


def test_a_protocol_with_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, exit 2, as everywhere."""
    path = tmp_path / "plant.toml"
    text = PLANT.read_text(encoding="utf-8").replace("plant is orchid", "plnt is orchid")
    path.write_text(text, encoding="utf-8")

    assert main(["diagram", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"{path}:")
