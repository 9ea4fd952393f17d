"""`python -m triage_py lint`: exit 0 when clean, 1 with problems, 2 when the file cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.triage.test_command_line import ROOT, refused, run

LAMP = ROOT / "tests" / "unit" / "triage" / "lamp.toml"
TODAY = ("--today", "2026-06-01")


def broken(folder: Path, old: str, new: str) -> Path:
    """The lamp with one mistake."""
    path = folder / "lamp.toml"
    path.write_text(LAMP.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return path


def test_a_clean_protocol() -> None:
    done = run("lint", LAMP, *TODAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"{LAMP}: no problems."]


def test_a_problem_has_its_line(tmp_path: Path) -> None:
    path = broken(tmp_path, "loud holds", "lout holds")
    done = run("lint", path, *TODAY)

    assert done.returncode == 1
    assert done.stdout.startswith(f'{path}:54: rules.loud.when: there is no sign "lout".')


def test_the_report_as_json(tmp_path: Path) -> None:
    path = broken(tmp_path, "[rules.works]", "[rules.loud]")
    done = run("lint", path, "--json", *TODAY)
    report = json.loads(done.stdout)

    assert done.returncode == 1
    (problem,) = report["problems"]
    assert (problem["check"], problem["line"]) == ("toml", 59)
    assert problem.keys() == {"check", "line", "where", "what", "remedy"}
    assert report["file"] == str(path)
    assert "gap" in report["not_checked"]


def test_a_review_is_late_from_the_day_after(tmp_path: Path) -> None:
    """On the day itself it is not; the day comes from the option or from REVIEW_TODAY."""
    path = broken(tmp_path, "", "")

    assert run("lint", path, "--today", "2027-01-31").returncode == 0
    assert run("lint", path, "--today", "2027-02-01").returncode == 1
    assert run("lint", path, REVIEW_TODAY="2027-02-01").returncode == 1


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    (line,) = refused(run("lint", tmp_path / name, *TODAY))

    assert line.startswith(f"{tmp_path / name}: cannot read the protocol: ")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "lamp.toml"
    path.write_bytes(b"\xff\xfe")
    (line,) = refused(run("lint", path, *TODAY))

    assert "it is not UTF-8 text" in line


def test_a_day_that_is_none() -> None:
    (line,) = refused(run("lint", LAMP, "--today", "tomorrow"))

    assert line == "--today: it is no date. Write it like 2026-11-24."


def test_without_the_solver_the_rest_is_checked_and_what_is_missing_is_said(
    tmp_path: Path,
) -> None:
    """Silence about an unmade check would be no good news."""
    path = broken(tmp_path, 'lead = "Danger."', f'lead = "{"It burns and " * 9}."')
    script = (
        "import sys; sys.modules['z3'] = None; from triage_py.__main__ import main; "
        f"sys.exit(main(['lint', {str(path)!r}, '--today', '2026-06-01']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    *_, last = done.stdout.splitlines()

    assert done.returncode == 1
    assert "[readability]" in done.stdout
    assert last.startswith("Not checked: gap, unsure-safer-than-no, unreachable. ")
    assert 'pip install "triage-py[prove]"' in last
