"""Pages are kept from one build to the next: until anything changes that they are made from."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.conftest import BIN, ROOT, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests", "bench")
LINKED = ("engine", "micropip", "templates")


class OwnWorkshop(Workshop):
    """A copy that is built by its own code, without printing."""

    def environment(self) -> dict[str, str]:
        """The environment of a build that finds the code of the copy first."""
        return {**super().environment(), "PYTHONPATH": str(self.root)}

    def page(self, name: str) -> str:
        """A page of the site as it was published."""
        return (self.site / name / "index.html").read_text(encoding="utf-8")

    def kept(self) -> dict[str, dict[str, object]]:
        """What was kept of the last build."""
        (file,) = (self.root / ".cache" / "pages").glob("build-*.json")
        kept: dict[str, dict[str, object]] = json.loads(file.read_text(encoding="utf-8"))
        return kept

    def mark_what_is_kept(self) -> None:
        """Write a sign into each page that is kept: where it shows, the page was not made anew."""
        (file,) = (self.root / ".cache" / "pages").glob("build-*.json")
        kept = self.kept()
        for key, result in kept.items():
            if key.startswith("page-"):
                result["html"] = f"{MARK}{result['html']}"
        file.write_text(json.dumps(kept), encoding="utf-8")


MARK = "<!-- as it was -->"
PATIENCE = 180
"""Seconds."""


def copy(folder: Path) -> OwnWorkshop:
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED, dirs_exist_ok=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / ".cache").mkdir()
    for name in LINKED:
        if (ROOT / ".cache" / name).exists():
            (folder / ".cache" / name).symlink_to(ROOT / ".cache" / name)
    made = OwnWorkshop(folder)
    made.replace("mkdocs.yml", "    pages:\n", "    editions: []\n    pages:\n")
    return made


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> OwnWorkshop:
    """A copy that was built, with a mark in all pages that it kept."""
    workshop = copy(tmp_path_factory.mktemp("kept") / "once")
    built = workshop.build()
    assert built.returncode == 0, built.stdout + built.stderr
    workshop.mark_what_is_kept()
    return workshop


@pytest.fixture
def again(built_once: OwnWorkshop, tmp_path: Path) -> OwnWorkshop:
    """The same, to change."""
    root = tmp_path / "again"
    shutil.copytree(
        built_once.root, root, symlinks=True, ignore=shutil.ignore_patterns("__pycache__")
    )
    return OwnWorkshop(root)


def succeeds(workshop: OwnWorkshop) -> None:
    built = workshop.build()
    assert built.returncode == 0, built.stdout + built.stderr


@contextmanager
def preview(workshop: OwnWorkshop, said: Path) -> Iterator[str]:
    """Serve a copy with live reload; what it says goes into a file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(BIN / "mkdocs"), "serve", "--dev-addr", address]
    with (
        said.open("w") as file,
        subprocess.Popen(
            command, cwd=workshop.root, env=workshop.environment(), stdout=file, stderr=file
        ) as process,
    ):
        try:
            wait_until(lambda: "<html" in read(f"http://{address}/"))
            yield f"http://{address}/"
        finally:
            process.terminate()


def read(url: str) -> str:
    """What is served at an address; empty where nothing is yet."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.1)


def pages_as_they_were(workshop: OwnWorkshop) -> set[str]:
    return {
        path.parent.relative_to(workshop.site).as_posix()
        for path in workshop.site.rglob("index.html")
        if MARK in path.read_text(encoding="utf-8")
    }


def test_where_nothing_changed_every_page_is_as_it_was(again: OwnWorkshop) -> None:
    """The frame is made anew, the words in it are not."""
    succeeds(again)

    every = {
        path.parent.relative_to(again.site).as_posix() for path in again.site.rglob("index.html")
    }
    assert pages_as_they_were(again) == every


def test_kept_pages_give_the_same_site(built_once: OwnWorkshop, tmp_path: Path) -> None:
    """To the last byte, but for the mark."""
    first = {
        path.relative_to(built_once.site): path.read_text(encoding="utf-8")
        for path in built_once.site.rglob("*")
        if path.suffix in {".html", ".json"} and path.name != "site-files.json"
    }
    workshop = OwnWorkshop(tmp_path / "same")
    shutil.copytree(built_once.root, workshop.root, symlinks=True)
    (file,) = (workshop.root / ".cache" / "pages").glob("build-*.json")
    file.write_text(file.read_text(encoding="utf-8").replace(MARK, ""), encoding="utf-8")

    succeeds(workshop)

    for path, text in first.items():
        assert (workshop.site / path).read_text(encoding="utf-8") == text, path


def test_a_changed_page_alone_is_made_anew(again: OwnWorkshop) -> None:
    again.replace("content/prevention.md", "\n# ", "\nNew words stand here.\n\n# ")

    succeeds(again)

    assert "New words stand here." in again.page("prevention")
    assert MARK not in again.page("prevention")
    assert len(pages_as_they_were(again)) > 15


CHANGES = {
    "the protocol": ("content/self-check/protocol.toml", 'none_text = "', "self-check"),
    "a translation": ("content/es/self-check/protocol.toml", 'none_text = "', "es/self-check"),
    "the evidence register": ("content/evidence/care.toml", 'title = "', "sources"),
    "a region": ("content/regions.toml", 'helpline = "', "red-flags"),
    "a figure": ("content/figures/soreness.toml", 'caption = "', "sore-or-injured"),
    "the settings": ("mkdocs.yml", "site_name: ", "."),
    "a template of a part": ("macros/figure/figure.jinja", '<figure class="', "why-it-happens"),
    "the words of the parts": ("macros/words/en/citation.toml", 'source = "', "red-flags"),
    "the code of a part": ("macros/care_card/__init__.py", "heading=", "what-to-do"),
}  # fmt: skip
"""By what changes: the file, a text in it, and a page that shows what is written behind it."""
MORE = {"the code of a part": '"Anew " + words.label or '}


@pytest.mark.parametrize("what", CHANGES)
def test_no_page_is_kept_when_there_changes(what: str, again: OwnWorkshop) -> None:
    """Whatever pages are made from besides their own words counts for all of them."""
    file, place, page = CHANGES[what]
    again.replace(file, place, f"{place}{MORE.get(what, 'Anew ')}")

    succeeds(again)

    assert not pages_as_they_were(again)
    assert "Anew " in again.page(page)


def test_a_dead_link_is_told_at_every_build(again: OwnWorkshop) -> None:
    """A page that something was said of is not kept, or it would be said once."""
    again.replace("content/about.md", "\n# ", "\n[gone](no-such-page.md)\n\n# ")

    for built in (again.build(), again.build()):
        assert built.returncode != 0
        assert "'about.md' contains a link 'no-such-page.md'" in built.stdout + built.stderr


def test_a_broken_citation_is_told_with_file_and_line(again: OwnWorkshop) -> None:
    """Also where all other pages are kept."""
    again.replace("content/prevention.md", "\n# ", '\nIt is so.{{ cite("no-such-claim") }}\n\n# ')
    lines = (again.root / "content" / "prevention.md").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "no-such-claim" in text)

    built = again.build()

    assert built.returncode != 0
    told = built.stdout + built.stderr
    assert f"content/prevention.md:{line}" in told
    assert "no-such-claim" in told


def test_a_preview_tells_a_broken_citation_and_goes_on_once_it_is_mended(
    again: OwnWorkshop,
) -> None:
    """Its author sees file and line while all other pages are kept, and then the page."""
    page = again.root / "content" / "prevention.md"
    text = page.read_text(encoding="utf-8")
    said = again.root / "said.txt"
    with preview(again, said) as url:
        page.write_text(f'{text}\nIt is so.{{{{ cite("no-such-claim") }}}}\n', encoding="utf-8")
        line = text.count("\n") + 2
        wait_until(lambda: f"content/prevention.md:{line}" in said.read_text(encoding="utf-8"))

        page.write_text(f"{text}\nMended words.\n", encoding="utf-8")
        wait_until(lambda: "Mended words." in read(f"{url}prevention/"))

    assert "no-such-claim" in said.read_text(encoding="utf-8")


def test_a_page_that_reads_something_else_is_made_anew_each_time(again: OwnWorkshop) -> None:
    """What another macro reads, such as the clock, stands in no key."""
    again.replace("content/about.md", "\n# ", "\nMade at {{ now() }}.\n\n# ")

    succeeds(again)
    again.mark_what_is_kept()
    succeeds(again)

    assert MARK not in again.page("about")


def test_a_file_of_kept_pages_that_cannot_be_read_is_no_mistake(again: OwnWorkshop) -> None:
    """What is not found is made anew."""
    (file,) = (again.root / ".cache" / "pages").glob("build-*.json")
    file.write_text('{"page-', encoding="utf-8")

    succeeds(again)

    assert not pages_as_they_were(again)
