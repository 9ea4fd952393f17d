"""The printed guide of a small topic: every part is there, tagged, and the same twice."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from generator.guide import GuideError, build_guide, planned_editions
from tests.print.sample import sample_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.guide import Edition

    Editions = dict[str, Edition]

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    cache = tmp_path_factory.mktemp("guide")
    return {edition.name: edition for edition in build_guide(sample_content(), cache)}


@pytest.fixture(scope="module")
def guide(editions: Editions) -> Path:
    return editions["a4"].path


def text_of(path: Path) -> str:
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return re.sub(r"[ \t]+", " ", found.stdout.decode())


def test_what_is_planned_is_printed(editions: Editions) -> None:
    planned = planned_editions(sample_content().settings)
    assert [plan.name for plan in planned] == list(editions)
    for plan in planned:
        edition = editions[plan.name]
        assert edition.file == plan.file
        assert edition.path.stat().st_size < 1_000_000
        assert edition.picture_path.stat().st_size > 0


def test_every_part_of_the_guide_is_there(guide: Path) -> None:
    text = text_of(guide)
    for words in (
        "A small burn, on paper",  # cover
        "What is inside",  # contents
        "Call now",  # the emergency page
        "It is on the face",
        "First page",
        "Second page",
        "Check with a pen",
        "Your advice",
        "Your diary",
        "Sources",
        "Version 1.0.0. Last checked 1 January 2026 · Not yet reviewed by a clinician",
        "Test clinic",
    ):
        assert words in text, words


def test_screen_parts_are_left_out(guide: Path) -> None:
    text = text_of(guide)
    for words in ("Only on a screen", "Press here", "Left out on paper"):
        assert words not in text, words


def test_links_lead_to_pages_of_the_guide_or_are_printed(guide: Path) -> None:
    text = " ".join(text_of(guide).split())
    assert re.search(r"the second page\s\(page \d+\)", text)
    assert "a site (example.org/help)" in text
    assert re.search(r"the check\s\(page \d+\)", text)


def test_contents_name_the_pages(guide: Path) -> None:
    contents = text_of(guide).split("\f")[2]
    numbers = [int(n) for n in re.findall(r"\. (\d+)$", contents, flags=re.MULTILINE)]
    assert numbers == sorted(numbers)
    assert len(numbers) >= 6


def test_no_page_is_empty(editions: Editions) -> None:
    for edition in editions.values():
        pages = text_of(edition.path).split("\f")[:-1]
        assert len(pages) == edition.pages
        if edition.name == "self-check-a3":
            continue  # a short questionnaire leaves a side of the folded sheet empty
        assert all(len(page.split()) > 25 for page in pages[1:]), edition.name


def test_it_is_tagged_and_named(editions: Editions) -> None:
    for name, edition in editions.items():
        if name == "self-check-a3":
            continue  # pages put on a larger sheet: for a printer, not for a screen reader
        with pikepdf.open(edition.path) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert str(pdf.Root.Lang) == "en"
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
                assert metadata["dc:title"]


def test_figures_have_words_and_headings_form_a_tree(guide: Path) -> None:
    with pikepdf.open(guide) as pdf:
        elements = list(structure(pdf.Root.StructTreeRoot))
        outline = pdf.open_outline()
        titles = [item.title for item in outline.root]
    figures = [alt for kind, alt in elements if kind == "Figure"]
    assert figures
    assert all(len(alt) > 20 for alt in figures)
    ranks = [int(kind[1]) for kind, _ in elements if re.fullmatch(r"H\d", kind)]
    assert ranks[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(ranks))
    assert "First page" in titles
    assert any(kind == "TH" for kind, _ in elements)


def structure(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    """Every tagged element with its alternative text, in reading order."""
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S)[1:], str(node.get("/Alt", ""))
    kids = node.get("/K") if isinstance(node, pikepdf.Dictionary) else None
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from structure(kid)


def test_fonts_are_in_the_file(guide: Path) -> None:
    listed = subprocess.run(["pdffonts", guide], capture_output=True, check=True).stdout.decode()
    lines = listed.splitlines()[2:]
    assert lines
    assert all(" yes " in line for line in lines)


def test_the_same_content_gives_the_same_bytes(editions: Editions, tmp_path: Path) -> None:
    again = build_guide(sample_content(editions=["a4", "self-check-a3"]), tmp_path)
    for edition in again:
        assert edition.path.read_bytes() == editions[edition.name].path.read_bytes()


def test_a_second_build_prints_nothing_anew(tmp_path: Path) -> None:
    content = sample_content(editions=["wallet-cards"])
    (first,) = build_guide(content, tmp_path)
    before = first.path.stat().st_mtime_ns
    (second,) = build_guide(content, tmp_path)
    assert second.path.stat().st_mtime_ns == before


def test_the_self_check_takes_two_sheets_or_one_that_is_folded(editions: Editions) -> None:
    assert editions["self-check"].pages <= 4
    assert editions["self-check-a3"].pages <= 2


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"name": ""}, "extra.guide.name"),
        ({"editions": ["poster"]}, 'no edition "poster"'),
        ({"leave_out": ["first.md#nowhere"]}, 'no section "nowhere"'),
        ({"leave_out": ["third.md#x"]}, 'no page "third.md"'),
    ],
)
def test_wrong_settings_are_named(changed: dict[str, Any], message: str, tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=re.escape(message)):
        build_guide(sample_content(**changed), tmp_path)


def test_a_mistake_in_the_layout_stops_the_build(tmp_path: Path) -> None:
    content = sample_content(editions=["a4"], extra_html='<p><a href="#gone" class="x">x</a></p>')
    build_guide(content, tmp_path)  # a link to a section that is not printed leads to its page
    broken = sample_content(editions=["a4"], extra_html='<p><img src="missing.png" alt="x"></p>')
    with pytest.raises(GuideError, match=r"the layout has mistakes"):
        build_guide(broken, tmp_path)


def test_the_address_of_the_site_is_printed_with_a_code(tmp_path: Path) -> None:
    content = replace(sample_content(editions=["a4"]), site_url="https://example.org/burns/")
    (edition,) = build_guide(content, tmp_path)
    contents = text_of(edition.path).split("\f")[2]
    assert "example.org/burns" in contents
    with pikepdf.open(edition.path) as pdf:
        alternatives = [alt for _, alt in structure(pdf.Root.StructTreeRoot)]
    assert "Code that leads to https://example.org/burns/" in alternatives
