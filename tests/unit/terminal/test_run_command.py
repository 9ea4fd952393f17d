"""`python -m triage_py run` asks in a real terminal, and on plain input too."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.unit.triage.conftest import PLANT
from tests.unit.triage.test_command_line import ROOT, refused, run

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("pseudo terminals are there on Unix alone", allow_module_level=True)

from .typist import Typist

LAMP = PLANT.with_name("lamp.toml")
WELL = ["3", "1", "1", "3", "3", "0", "0.4"]
"""A cactus that is well."""


def test_a_way_to_self_care() -> None:
    """Every kind of question, the progress, and a result with reasons and sources."""
    typist = Typist(PLANT)
    typist.sees("Is the plant well?")
    typist.sees("Look at the plant.\nNot for trees.\n")
    typist.sees("Step 1 of at most 7\n")
    asked = typist.sees("Type one or more numbers")
    assert "Heat" in asked
    assert "2 It swims (Water stands over the pot.)" in asked
    assert "3 None of these" in asked
    assert "4 I'm not sure" in asked
    typist.types("3")
    typist.sees("Which plant is it?")
    typist.types("1")
    typist.sees("How are the leaves?")  # two questions of one screen below one heading
    typist.sees("What colour are the leaves?")
    typist.types("1")
    typist.sees("What is on the leaves?")
    typist.types("4")
    typist.sees("How many days ago was it watered?")
    typist.sees("A number from 0 to 100 days")
    typist.types("3")
    typist.sees("0: Not at all. 10: It lies down.")
    typist.types("0")
    typist.sees("How tall is it?")
    typist.sees("?  I'm not sure")
    typist.types("0.4")
    result = typist.sees("Your answers were not kept.")

    assert "Water it" in result
    assert "│ What to do " in result
    assert "│ - Water it." in result
    assert "Check again in 3 days." in result
    assert "It looks well. (sources: gardening)" in result
    assert "What would change it" in result
    assert typist.leaves() == 0


def test_an_emergency_ends_the_questions_at_once() -> None:
    typist = Typist(PLANT, "--emergency-number", "999")
    typist.types("1")
    result = typist.sees("Your answers were not kept.")

    assert "Act now" in result
    assert "- Call 999." in result
    assert "Fire destroys a plant. (sources: gardening, fire)" in result
    assert typist.leaves() == 0


def test_going_back_takes_an_answer_back_and_asks_again() -> None:
    """An orchid was a slip: its own question disappears with it."""
    typist = Typist(PLANT)
    typist.types("b")
    typist.sees("This is the first question.")
    typist.types("3")
    typist.sees("Which plant is it?")
    typist.types("3")
    typist.sees("Does the orchid have any of these?")
    typist.types("b")
    typist.sees("Which plant is it?")
    typist.types("1")
    seen = typist.sees("What colour are the leaves?")
    assert "orchid" not in seen
    typist.types("q")
    typist.sees("Stopped before the end, so there is no advice. Your answers were not kept.")
    assert typist.leaves() == 1


def test_not_sure_is_told_and_never_counts_as_no() -> None:
    typist = Typist(PLANT)
    typist.types("?")
    typist.sees("So far: Act today. A few more questions show whether it is more urgent.")
    for answer in WELL[1:]:
        typist.types(answer)
    result = typist.sees("Your answers were not kept.")

    assert "Act today" in result
    assert "What you were not sure of\n- Is any of these so?" in result
    assert typist.leaves() == 0


def test_what_is_no_answer_is_asked_again_with_a_hint() -> None:
    typist = Typist(PLANT)
    typist.types("w")
    typist.sees("Each is dangerous.")
    typist.types("7")
    typist.sees('There is no answer "7". Type a number from 1 to 4.')
    typist.types("")
    typist.sees("Nothing was typed.")
    typist.types("2")
    typist.sees("Act now")
    assert typist.leaves() == 0


@pytest.mark.parametrize(("key", "code"), [(b"\x03", 130), (b"\x04", 1)], ids=["ctrl-c", "ctrl-d"])
def test_leaving_is_clean(key: bytes, code: int) -> None:
    """No traceback, no advice, and the code that shells know."""
    typist = Typist(PLANT)
    typist.types("3")
    typist.sees("Which plant is it?")
    typist.presses(key, until="Stopped before the end, so there is no advice.")

    assert typist.leaves() == code
    assert "Traceback" not in typist.shown


def test_a_terminal_has_colour_and_a_bar_and_plain_input_has_none() -> None:
    """What the colour says, the words say too."""
    typist = Typist(LAMP)
    typist.types("1")
    typist.leaves()
    done = run("run", LAMP, said="1\n")

    assert "\x1b[" in typist.raw
    assert "━" in typist.shown
    assert done.returncode == 0
    assert "\x1b[" not in done.stdout
    assert "━" not in done.stdout
    assert "Act now" in done.stdout


def test_a_whole_interview_on_plain_input() -> None:
    done = run("run", PLANT, said="\n".join(WELL) + "\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Water it" in done.stdout


def test_input_that_ends_too_early() -> None:
    done = run("run", PLANT, said="3\n")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1].startswith("Stopped before the end")


def test_no_file_is_written(tmp_path: Path) -> None:
    """Neither answers nor a history of what was typed."""
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    done = run("run", PLANT, said="\n".join(WELL) + "\n", **home)

    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_words_in_brackets_are_shown_as_they_are(tmp_path: Path) -> None:
    """A text of the protocol is never taken for a command to the terminal."""
    path = tmp_path / "lamp.toml"
    text = LAMP.read_text(encoding="utf-8")
    path.write_text(text.replace('"Is there danger?"', '"Is [bold]it[/] {odd}?"'), "utf-8")

    assert "Is [bold]it[/] {odd}?" in run("run", path, said="1\n").stdout


def test_a_protocol_that_cannot_be_read() -> None:
    assert refused(run("run", "missing.toml"))[0].startswith("missing.toml: cannot read")


def test_without_rich_one_line_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['rich'] = None; from triage_py.__main__ import main; "
        f"sys.exit(main(['run', {str(LAMP)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        'run needs rich, which is not installed. Run: python -m pip install "triage-py[run]"'
    ]
