"""How long builds take: again, after one change in a preview, and with many pages."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.line_up import work_folder
from bench.sections.section import Bench, Outcome
from bench.spread import Spread
from bench.table import Table
from bench.workshop import BIN, build_seconds, copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (100, 300, 1000)
CHANGES = 3
TURNS = 3
PATIENCE = 60
CHANGED_PAGE = "prevention"
PLAIN = """\
site_name: Plain
theme:
  name: material
  font: false
plugins:
  - search
nav:
  - Home: index.md
validation:
  nav:
    omitted_files: ignore
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - md_in_html
  - tables
  - toc:
      toc_depth: 2-3
  - pymdownx.details
"""
PARAGRAPH = (
    "Most people who train hard feel something the day after. This page says what that can be, what "
    "you can do about it, and when to ask somebody else. It is as long as the pages of this site are.\n"
)


def builds(bench: Bench) -> Outcome:
    """Build the site again, change one page of a preview, and build ever more pages."""
    work = work_folder(bench.root)
    project = copy_project(bench.root, work / "project")
    printed_anew = build_seconds(project)
    again = Spread.of([build_seconds(project) for _ in range(min(bench.runs, 5))])
    live = Spread.of(_changes(project))
    guide = sorted((project / "site" / "guide").glob("*.pdf"))

    table = Table("Builds", ["what", "time"])
    table.add("the whole site again", again.told("s", 2))
    table.add("one changed page until a preview shows it", live.told("s", 2))
    table.add("the guide, all editions printed anew", f"{printed_anew - again.median:.1f} s")
    editions = Table("Editions of the guide", ["edition", "bytes"])
    for edition in guide:
        editions.add(edition.name, f"{edition.stat().st_size:,}")
    return Outcome(
        [table, editions],
        {
            "again_s": again.as_json(),
            "live_s": live.as_json(),
            "guide_s": round(printed_anew - again.median, 2),
            "guide_bytes": {edition.name: edition.stat().st_size for edition in guide},
        },
    )


def many_pages(bench: Bench) -> Outcome:
    """The same pages with this build and with the plain theme, by turns.

    The plain theme makes these pages and nothing else. This build also makes the site's own pages, in
    each language, and gives each page a policy, a digest, a place in the offline archive and checks.
    "Again" is with all but one page as before, which is what publishers do from day to day; the plain
    theme keeps nothing and takes as long as the first time.
    """
    work = work_folder(bench.root)
    table = Table("Many pages", ["pages", "this build", "again", "plain theme", "times", "again"])
    results: dict[str, Any] = {}
    for count in SIZES:
        ours = copy_project(bench.root, work / "many-ours")
        _write_pages(ours / "content" / "many", count)
        settings = ours / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(
            text.replace("omitted_files: warn", "omitted_files: ignore"), encoding="utf-8"
        )
        # The guide is printed once, and kept for the build that counts.
        shutil.rmtree(ours / ".cache" / "guide", ignore_errors=True)
        kept = bench.root / ".cache" / "bench" / "many-guide"
        if not kept.exists():
            build_seconds(ours)
            shutil.copytree(ours / ".cache" / "guide", kept)
        else:
            shutil.copytree(kept, ours / ".cache" / "guide")
        plain = work / "many-plain"
        shutil.rmtree(plain, ignore_errors=True)
        (plain / "docs").mkdir(parents=True)
        (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
        (plain / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        _write_pages(plain / "docs" / "many", count)

        first, again, plainly = [], [], []
        for turn in range(min(bench.runs, TURNS)):
            shutil.rmtree(ours / ".cache" / "pages", ignore_errors=True)
            first.append(build_seconds(ours))
            plainly.append(build_seconds(plain))
            page = ours / "content" / "many" / "page-0.md"
            page.write_text(f"{page.read_text(encoding='utf-8')}\nChange {turn}.\n", "utf-8")
            again.append(build_seconds(ours))
        mine, anew, theirs = map(median, (first, again, plainly))
        results[str(count)] = {
            "ours_s": round(mine, 2),
            "ours_again_s": round(anew, 2),
            "plain_s": round(theirs, 2),
        }
        table.add(
            f"{count:,}",
            f"{mine:.1f} s",
            f"{anew:.1f} s",
            f"{theirs:.1f} s",
            f"{mine / theirs:.2f}x",
            f"{anew / theirs:.2f}x",
        )
    shutil.rmtree(work / "many-guide", ignore_errors=True)
    return Outcome([table], results)


def _write_pages(folder: Path, count: int) -> None:
    """Pages with headings, paragraphs, a list and a table each."""
    folder.mkdir(parents=True)
    for number in range(count):
        sections = "\n".join(
            f"## Part {part} of page {number}\n\n{PARAGRAPH * 3}\n- One thing\n- Another thing\n"
            for part in range(1, 6)
        )
        table = "| Day | What |\n|---|---|\n| 1 | Rest |\n| 2 | Walk |\n"
        front = "---\nreviewed: 2026-01-01\nreview_due: 2099-01-01\ndescription: A page.\n---\n"
        text = f"{front}# Page {number}\n\n{PARAGRAPH}\n{sections}\n{table}"
        (folder / f"page-{number}.md").write_text(text, encoding="utf-8")


def _changes(project: Path) -> list[float]:
    """Seconds from a saved change until the preview shows it."""
    page = project / "content" / f"{CHANGED_PAGE}.md"
    took = []
    with _preview(project) as url:
        for number in range(CHANGES):
            words = f"Changed {number} just now."
            text = page.read_text(encoding="utf-8")
            time.sleep(1)  # a preview that is still busy with the last change would start late
            begin = time.perf_counter()
            page.write_text(f"{text}\n{words}\n", encoding="utf-8")
            _wait_for(url + f"{CHANGED_PAGE}/", words)
            took.append(time.perf_counter() - begin)
    return took


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    process = subprocess.Popen(
        [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", address],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{address}/", "<html")
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


def _wait_for(url: str, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - loopback
                if words in response.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    message = f"{url}: did not show {words!r} within {PATIENCE} s"
    raise RuntimeError(message)
