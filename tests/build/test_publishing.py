"""A build is published whole or not at all."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from generator.swapping import put_in_place
from generator.verifying import LIST_NAME, Difference, compare_folder, list_files, read_list
from tests.build.conftest import BIN, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.build.conftest import Workshop

SMALL_DISK_MB = 64
ROOM_LEFT = {"among the pages": 500_000, "in the engine": 8_000_000, "in the guide": 20_000_000}
"""Bytes, by where the build is when they are used up."""


def test_a_warning_in_a_strict_build_leaves_the_old_site(workshop: Workshop) -> None:
    """A dead link is only noticed while pages are made; nothing may be swapped after that."""
    workshop.site.mkdir()
    (workshop.site / "index.html").write_text("yesterday's site")
    workshop.replace("content/about.md", "# ", "[gone](no-such-page.md)\n\n# ")

    built = workshop.build()

    assert built.returncode != 0
    assert "no-such-page.md" in built.stdout + built.stderr
    assert (workshop.site / "index.html").read_text() == "yesterday's site"
    assert not list(workshop.root.glob(".site-*"))


def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(workshop: Workshop) -> None:
    """`kill -9` gives no time to tidy up: the next build does it."""
    workshop.site.mkdir()
    (workshop.site / "index.html").write_text("yesterday's site")
    command = [str(BIN / "mkdocs"), "build", "--quiet"]
    running = subprocess.Popen(command, cwd=workshop.root, env=workshop.environment())
    while running.poll() is None and not list(workshop.root.glob(".site-new-*/*")):
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()

    assert (workshop.site / "index.html").read_text() == "yesterday's site"
    assert list(workshop.root.glob(".site-new-*"))

    built = workshop.build()

    assert built.returncode == 0, built.stderr
    assert "yesterday" not in (workshop.site / "index.html").read_text()
    assert not list(workshop.root.glob(".site-*"))


def test_the_fork_of_mkdocs_builds_the_same_tree(workshop: Workshop) -> None:
    """MkDocs is frozen: a second program that reads the same tree is the way out."""
    built = workshop.build("properdocs")

    assert built.returncode == 0, built.stdout + built.stderr
    for part in ("index.html", "self-check/index.html", "sources/index.html"):
        assert (workshop.site / part).exists()
    assert list(workshop.site.glob("assets/engine/*/manifest.json"))
    assert list(workshop.site.glob("guide/*.pdf"))


@pytest.fixture
def published(workshop: Workshop, site: Path) -> Workshop:
    """A copy in which yesterday's site stands whole."""
    shutil.copytree(site, workshop.site)
    (workshop.site / "yesterday.html").write_text("yesterday's site")
    list_files(workshop.site)
    return workshop


def differences(site: Path) -> list[Difference]:
    return compare_folder(site, read_list((site / LIST_NAME).read_text(encoding="utf-8")))


@pytest.mark.parametrize("seed", range(5))
def test_a_build_killed_at_any_moment_leaves_a_whole_site(published: Workshop, seed: int) -> None:
    """Each seed is a moment: so many files were written, and so much time passed after that."""
    moment = random.Random(seed)
    files, seconds = moment.randrange(70), moment.uniform(0, 0.6)
    command = [str(BIN / "mkdocs"), "build", "--quiet"]
    running = subprocess.Popen(command, cwd=published.root, env=published.environment())
    while running.poll() is None and count_of_new(published.root) < files:
        time.sleep(0.01)
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(seconds)
    running.kill()
    running.wait()

    # By the list that stands in it: yesterday's, or the new one if the end came after the swap.
    assert differences(published.site) == []
    if running.returncode == 0:
        assert not (published.site / "yesterday.html").exists()


def count_of_new(root: Path) -> int:
    """How many files the build has written beside the site."""
    try:
        return sum(path.is_file() for path in root.glob(".site-new-*/**/*"))
    except OSError:
        return 0  # it went away while it was counted


def test_there_is_a_whole_site_at_every_moment_of_the_swap(tmp_path: Path) -> None:
    """A program that swaps all the time is killed twenty times."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("first")
    moment = random.Random(8)
    for _ in range(20):
        running = subprocess.Popen([sys.executable, "-c", SWAPS_FOR_EVER, tmp_path], cwd=ROOT)
        while running.poll() is None and not (tmp_path / "ready").exists():
            time.sleep(0.005)
        time.sleep(moment.uniform(0, 0.03))
        running.kill()
        running.wait()
        (tmp_path / "ready").unlink()

        assert running.returncode == -signal.SIGKILL
        assert (site / "index.html").read_text()


SWAPS_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from generator.swapping import put_in_place
here = Path(sys.argv[1])
for number in count():
    new = here / f"new-{number}"
    new.mkdir(exist_ok=True)
    (new / "index.html").write_text(str(number))
    put_in_place(new, here / "site", here / "old")
    (here / "ready").touch()
"""


def test_without_an_exchange_two_renames_do_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On other systems than Linux."""
    monkeypatch.setattr("generator.swapping._exchange", lambda *_: False)
    site, new, old = tmp_path / "site", tmp_path / "new", tmp_path / "old"
    site.mkdir()
    new.mkdir()
    (new / "index.html").write_text("today's site")

    put_in_place(new, site, old)

    assert (site / "index.html").read_text() == "today's site"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]

    with pytest.raises(FileNotFoundError):
        put_in_place(new, site, old)

    assert (site / "index.html").read_text() == "today's site"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for one site and little more."""
    if not sys.platform.startswith("linux") or os.geteuid():
        pytest.skip("only root on Linux can make a small disk to fill")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK_MB}m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("place", ROOM_LEFT)
def test_a_full_disk_ends_in_one_line_and_leaves_the_old_site(
    published: Workshop, small_disk: Path, place: str
) -> None:
    shutil.move(published.site, small_disk / "site")
    published.replace("mkdocs.yml", "site_dir: site", f"site_dir: {small_disk / 'site'}")
    room = shutil.disk_usage(small_disk).free
    (small_disk / "filler").write_bytes(bytes(room - ROOM_LEFT[place]))

    built = published.build()

    said = (built.stdout + built.stderr).splitlines()
    assert built.returncode != 0
    assert "Traceback" not in "\n".join(said)
    told = [line for line in said if "No space left" in line and "stays as it was" in line]
    assert len(told) == 1, said
    assert "Make room" in told[0]
    assert differences(small_disk / "site") == []
    assert [path.name for path in small_disk.iterdir() if path.name.startswith(".")] == []
