"""A build is published whole or not at all."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import TYPE_CHECKING

from tests.build.conftest import BIN

if TYPE_CHECKING:
    from tests.build.conftest import Workshop


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
