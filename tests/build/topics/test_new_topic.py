"""`make new-topic` writes a topic that builds and keeps its promises from the first minute on."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from generator.new_topic.writing import slug, way_to_base
from macros.topic import PROTOCOL, REGIONS, read_topic
from tests.build.pages.built_page import BuiltPage, addresses
from tests.topics import BIN, ROOT, build, build_environment

if TYPE_CHECKING:
    from pathlib import Path

NAME = """Läufer's "Knie": sore?"""
ABOUT = "A runner's knee & its $PATH"
LONGEST_WAIT = 300
"""Seconds. Loading copier takes one or two."""


def make_new_topic(*given: str) -> subprocess.CompletedProcess[str]:
    return _make("new-topic", *given)


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh topic, in a folder with a space and a letter that not all systems know."""
    folder = tmp_path_factory.mktemp("topics") / "my ünser topic"
    done = make_new_topic(
        f"DIR={folder}",
        f"NAME={NAME}",
        f"ABOUT={ABOUT}",
        "REGION=us",
        "PUBLISHER=Knee clinic",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def built(topic: Path) -> subprocess.CompletedProcess[str]:
    """Built as it was written, but for the editions that say nothing new here: they take long."""
    settings = topic / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "    pages:\n" in text
    few = text.replace("    pages:\n", "    editions: [a4, self-check]\n    pages:\n")
    settings.write_text(few, encoding="utf-8")
    return build(topic)


def test_what_was_said_is_in_the_settings_and_the_rules(topic: Path) -> None:
    """Whatever signs it holds."""
    rules = tomllib.loads((topic / "content" / PROTOCOL).read_text(encoding="utf-8"))

    assert rules["protocol"]["title"] == ABOUT
    assert rules["protocol"]["id"] == "my-unser-topic"
    assert (topic / "content" / REGIONS).read_bytes() == (ROOT / "content" / REGIONS).read_bytes()
    settings = (topic / "mkdocs.yml").read_text(encoding="utf-8")
    assert "region: us" in settings
    assert "Knee clinic" in settings


def test_it_builds_at_once(topic: Path, built: subprocess.CompletedProcess[str]) -> None:
    """All pages, engine and guide; and the build says that it is not written yet."""
    assert built.returncode == 0, built.stdout + built.stderr
    site = topic / "site"
    for address in addresses(topic):
        assert NAME in BuiltPage(site, address).main.getroottree().xpath("string(//title)")
    assert list(site.glob("assets/engine/*/manifest.json"))
    assert {path.name for path in (site / "guide").glob("*.pdf")} >= {
        "my-unser-topic-guide-a4.pdf",
        "my-unser-topic-guide-self-check.pdf",
    }
    assert "places still say" in built.stderr
    guide = pypdfium2.PdfDocument(site / "guide" / "my-unser-topic-guide-a4.pdf")
    words = " ".join(page.get_textpage().get_text_bounded() for page in guide)
    assert "Check with a pen" in words
    assert "Your diary" not in words  # it asks for pain, and not every topic hurts


def test_nothing_of_another_topic_comes_along(
    topic: Path, built: subprocess.CompletedProcess[str]
) -> None:
    assert built.returncode == 0
    register = read_topic(topic / "content").register

    assert list(register.claims) == list(register.sources) == ["placeholder"]
    assert not register.source("placeholder").seen


def test_what_is_unwritten_is_listed_with_file_and_line(topic: Path) -> None:
    done = _run("-m", "generator.unwritten", str(topic))

    assert done.returncode == 1
    assert f"{topic / 'content' / 'about.md'}:" in done.stdout
    assert "register.toml:" in done.stdout
    assert "are still to be written" in done.stderr


@pytest.mark.parametrize("command", ["lint", "prove"])
def test_its_rules_pass_the_checks(topic: Path, command: str) -> None:
    done = _run("-m", "triage_py", command, str(topic / "content" / PROTOCOL))

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_for_checks_ends_with_what_is_unwritten(topic: Path) -> None:
    """Rules and dates are right from the start, so it comes as far as that."""
    done = _make("check-topic", f"TOPIC={topic}")

    assert done.returncode != 0
    assert "9 of 9 promises are proved" in done.stdout
    assert "are still to be written" in done.stderr


def test_the_command_for_checks_passes_for_a_topic_that_is_written() -> None:
    done = _make("check-topic", "TOPIC=examples/ankle")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")

    done = make_new_topic(f"DIR={tmp_path}", "NAME=A topic")

    assert done.returncode != 0
    assert f"{tmp_path}: there is something already" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "make new-topic DIR="),
        (("DIR={}",), 'NAME="'),
        (("DIR={}", "NAME= "), 'NAME="'),
        (("DIR={}", "NAME=A topic", "REGION=atlantis"), 'no region "atlantis". There are: uk'),
        (("DIR={}", "NAME=A topic", "LANGUAGE=tlh"), 'no language "tlh". There are: en'),
    ],
)
def test_what_is_missing_or_unknown_is_told_and_nothing_is_written(
    tmp_path: Path, given: tuple[str, ...], told: str
) -> None:
    folder = tmp_path / "new"

    done = make_new_topic(*(part.format(folder) for part in given))

    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not folder.exists()


def test_a_name_that_the_system_sets_is_not_taken_for_the_topics(tmp_path: Path) -> None:
    """Some systems set NAME and LANGUAGE."""
    done = _make("new-topic", f"DIR={tmp_path / 'new'}", NAME="DESKTOP-1", LANGUAGE="en_GB:en")

    assert done.returncode != 0
    assert not (tmp_path / "new").exists()


def test_at_a_terminal_the_rest_is_asked(tmp_path: Path) -> None:
    """Name and subject are typed, the others taken as they are offered."""
    folder = tmp_path / "asked"
    said = _at_a_terminal(
        ["-m", "generator.new_topic", str(folder)],
        [
            ("name of the site", "Stung?\r"),
            ("What is it about", "\x15A wasp sting\r"),
            ("phone numbers", "\r"),
            ("publishes it", "\r"),
            ("language", "\r"),
        ],
    )

    protocol = read_topic(folder / "content").protocol
    assert protocol.title == "A wasp sting", said
    assert "Stung?" in (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_someone_who_stops_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "stopped"

    said = _at_a_terminal(
        ["-m", "generator.new_topic", str(folder)], [("name of the site", "\x03")]
    )

    assert "Nothing was written" in said
    assert "Traceback" not in said
    assert not folder.exists()


def test_the_settings_are_found_from_inside_and_from_outside() -> None:
    """With forward slashes, as all systems read them."""
    assert way_to_base(ROOT / "examples" / "knee") == "../../generator/mkdocs-base.yml"
    outside = way_to_base(ROOT.parent / "elsewhere")
    assert outside == (ROOT / "generator" / "mkdocs-base.yml").as_posix()


@pytest.mark.parametrize(
    ("name", "id"), [("Über-Knie 2", "uber-knie-2"), ("日本", "topic"), ("a--b", "a-b")]
)
def test_a_folders_name_becomes_an_id(name: str, id: str) -> None:
    assert slug(name) == id


def _make(command: str, *given: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """As a publisher types it, without a terminal; the machine is set up already."""
    return subprocess.run(
        ["make", "--no-print-directory", command, "PYTHON=true", *given],
        cwd=ROOT,
        env={**build_environment(), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / "python"), *arguments],
        cwd=ROOT,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def _at_a_terminal(arguments: list[str], dialogue: list[tuple[str, str]]) -> str:
    """Run a program at a terminal: wait for each question, then type. Gives all it showed."""
    own, its = pty.openpty()
    program = subprocess.Popen(
        [str(BIN / "python"), *arguments],
        cwd=ROOT,
        env={**build_environment(), "TERM": "xterm"},
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
    )
    os.close(its)
    shown = ""
    waiting = list(dialogue)
    end = time.monotonic() + LONGEST_WAIT
    try:
        while time.monotonic() < end:
            if not select.select([own], [], [], 0.2)[0]:
                if program.poll() is not None:
                    break
                continue
            try:
                more = os.read(own, 4096).decode(errors="replace")
            except OSError:
                break
            shown += more
            if "\x1b[6n" in more:  # it asks where the cursor is
                os.write(own, b"\x1b[1;1R")
            if waiting and waiting[0][0] in shown:
                shown_before, typed = shown, waiting.pop(0)[1]
                shown = shown_before
                os.write(own, typed.encode())
        program.wait(timeout=LONGEST_WAIT)
    finally:
        with suppress(ProcessLookupError):
            program.kill()
        os.close(own)
    return shown
