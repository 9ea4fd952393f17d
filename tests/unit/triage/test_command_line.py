"""The command line: JSON in, JSON out, exit 2 and one line a mistake on bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from triage_py.__main__ import main
from triage_py.commands.answers_file import LARGEST_INPUT

from .conftest import PLANT

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[3]


def run(
    *arguments: str | Path, said: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, and give back what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "triage_py", *map(str, arguments)],
        input=said.encode() if isinstance(said, str) else said,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
    out, err = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def refused(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines of a refusal: exit 2, nothing on standard output, no traceback."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_answers_from_standard_input() -> None:
    """The result as JSON, and exit 0."""
    done = run(PLANT, "--answers", "-", said='{"danger": ["fire"]}')

    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)["disposition"] == "emergency"


def test_answers_from_a_file(tmp_path: Path) -> None:
    """The same."""
    path = tmp_path / "answers.json"
    path.write_text('{"danger": ["unsure"]}', encoding="utf-8")

    assert json.loads(run(PLANT, "--answers", path).stdout)["disposition"] == "urgent"


def test_the_questionnaire() -> None:
    """Every question with what a program needs to fill it in."""
    shown = json.loads(run(PLANT, "--questions").stdout)

    assert shown["protocol"] == {
        "id": "plant",
        "title": "Is the plant well?",
        "version": "1.2.0",
        "language": "en",
    }
    questions = {question["id"]: question for question in shown["questions"]}
    assert [option["id"] for option in questions["danger"]["options"]] == [
        "fire",
        "flood",
        "none",
        "unsure",
    ]
    assert questions["days"]["maximum"] == 100
    assert not questions["orchid-signs"]["always_asked"]
    assert "maximum" not in questions["danger"]


def test_every_bad_answer_has_its_line() -> None:
    """On standard error, with the name of the input."""
    lines = refused(run(PLANT, "--answers", "-", said='{"plnt": "fern", "droop": 99}'))

    assert [line.split(": ")[:2] for line in lines] == [
        ["standard input", "plnt"],
        ["standard input", "droop"],
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("[]", "expected an object of answers, found a list"),
        ('{"droop": 1, "droop": 2}', 'the key "droop" stands there twice'),
        ('{"droop": Infinity}', "Infinity is no number"),
        ('{"a\\nb": 1}', "there is no question"),
        (b"\xff\xfe", "not UTF-8 text"),
        ("[" * 200_000, "it has more than 1,000 opening brackets"),
        (" " * (LARGEST_INPUT + 1), "the answers are longer than"),
    ],
)
def test_input_that_is_no_set_of_answers(said: str | bytes, words: str) -> None:
    """One line says what it is."""
    (line,) = refused(run(PLANT, "--answers", "-", said=said))

    assert words in line


def test_a_broken_protocol_has_a_line_for_each_mistake(tmp_path: Path) -> None:
    """The same messages as in the build."""
    path = tmp_path / "plant.toml"
    text = PLANT.read_text(encoding="utf-8")
    path.write_text(
        text.replace("colour is green", "colour is gren").replace("eaten holds", "eatn holds", 1),
        encoding="utf-8",
    )
    lines = refused(run(path, "--questions"))

    assert len(lines) == 2
    assert all(line.startswith(f"{path}:") for line in lines)


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_answers_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    """No such file, or a folder."""
    (line,) = refused(run(PLANT, "--answers", tmp_path / name))

    assert "cannot read the answers" in line


def test_a_protocol_that_is_not_there(tmp_path: Path) -> None:
    """The message names the path."""
    (line,) = refused(run(tmp_path / "missing.toml", "--questions"))

    assert line.startswith(f"{tmp_path / 'missing.toml'}: cannot read the protocol")


@pytest.mark.parametrize(
    "arguments", [[], [PLANT], [PLANT, "--answers"], [PLANT, "--questions", "--answers", "-"]]
)
def test_a_call_that_says_too_little_or_too_much(arguments: Sequence[str | Path]) -> None:
    """The usage is shown, exit 2."""
    assert refused(run(*arguments))[0].startswith("usage: python -m triage_py")


def test_words_outside_ascii_on_any_terminal() -> None:
    """A terminal that knows ASCII only gets UTF-8 all the same, never a traceback."""
    said = '{"danger": ["none"], "spots": ["holes"], "height": 0}'
    done = run(PLANT, "--answers", "-", said=said, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["disposition"] == "soon"


def test_the_command_can_be_called_from_python(capsys: pytest.CaptureFixture[str]) -> None:
    """`main` gives back the exit code."""
    assert main([str(PLANT), "--questions"]) == 0
    assert json.loads(capsys.readouterr().out)["protocol"]["id"] == "plant"
    assert main([str(PLANT), "--answers", "missing.json"]) == 2
    assert "cannot read the answers" in capsys.readouterr().err
