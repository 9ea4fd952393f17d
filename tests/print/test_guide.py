"""The printed guide of a small topic: every part is there, tagged, and the same twice."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from generator.guide import GuideError, build_guide, logo_of, planned_editions
from tests.print.conftest import SMALL
from tests.print.sample import sample_content
from triage_py import read_protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.guide import Edition

    Editions = dict[str, Edition]

FOLDED = ("booklet", "self-check-a3")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    cache = tmp_path_factory.mktemp("guide")
    return {edition.name: edition for edition in build_guide(sample_content(), cache)}


@pytest.fixture(scope="module")
def guide(editions: Editions) -> Path:
    return editions["a4"].path


def text_of(path: Path, *options: str) -> str:
    command = ["pdftotext", *(options or ("-layout",)), str(path), "-"]
    found = subprocess.run(command, capture_output=True, check=True)
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
    """In the order in which they are read: down one column, then the other."""
    contents = text_of(guide, "-raw").split("\f")[2].partition("First page\nRead")[0]
    numbers = [int(n) for n in re.findall(r"\. ?(\d+)$", contents, flags=re.MULTILINE)]
    assert numbers == sorted(numbers)
    assert len(numbers) >= 6


def test_no_page_is_empty(editions: Editions) -> None:
    for edition in editions.values():
        pages = text_of(edition.path).split("\f")[:-1]
        assert len(pages) == edition.pages
        if edition.name in FOLDED:
            continue  # sides are filled up to a multiple of 4
        assert all(len(page.split()) > 25 for page in pages[1:]), edition.name


def test_it_is_tagged_and_named(editions: Editions) -> None:
    for name, edition in editions.items():
        if name in FOLDED:
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


def test_the_self_check_takes_one_sheet_that_is_folded_or_two(editions: Editions) -> None:
    assert editions["self-check"].pages <= 4
    assert editions["self-check-a3"].pages <= 2


@pytest.mark.parametrize("edition", ["self-check", "self-check-a3"])
def test_a_self_check_that_outgrows_its_sheet_stops_the_build(edition: str, tmp_path: Path) -> None:
    """The message names the question that takes the most room first."""
    more = "\n".join(
        f'place{n} = "It is in the place with the number {n} and has not become any better since it began"'
        for n in range(250)
    )
    text = SMALL.replace('breath = "Smoke was breathed in"', f'breath = "Smoke"\n{more}')
    rules = "\n".join(
        f'[rules.place{n}]\nwhen = "signs includes place{n}"\ndisposition = "emergency"\n'
        f'because = "There."\nsources = ["a"]'
        for n in range(250)
    )
    content = sample_content(editions=[edition])
    topic = replace(content.topic, protocol=read_protocol(f"{text}\n{rules}"))
    with pytest.raises(GuideError, match=r"(?s)does not fit on 4 sides.*Merge options.*: signs, "):
        build_guide(replace(content, topic=topic), tmp_path)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"name": ""}, "extra.guide.name"),
        ({"editions": ["poster"]}, 'no edition "poster"'),
        ({"leave_out": ["first.md#nowhere"]}, 'no section "nowhere"'),
        ({"leave_out": ["third.md#x"]}, 'no page "third.md"'),
        ({"leave_out": [".nowhere"]}, 'has the class ".nowhere"'),
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
    cover = text_of(edition.path).split("\f")[0]
    assert "example.org/burns" in cover
    with pikepdf.open(edition.path) as pdf:
        alternatives = [alt for _, alt in structure(pdf.Root.StructTreeRoot)]
    assert "Code that leads to https://example.org/burns/" in alternatives


def test_what_has_a_class_can_be_left_out_and_rows_that_lead_nowhere_go(tmp_path: Path) -> None:
    extra = (
        '<div class="aside"><p>An aside for screens</p></div>'
        "<table><tbody><tr><td>A row that stays</td><td>Here</td></tr>"
        '<tr><td>A row that goes</td><td><a href="#more">More</a></td></tr></tbody></table>'
    )
    left_out = [".aside", "second.md#more"]
    content = sample_content(editions=["a4"], leave_out=left_out)
    first, second = content.pages
    second = replace(second, html=second.html.replace('<h2 id="more">', f'{extra}<h2 id="more">'))
    (edition,) = build_guide(replace(content, pages=(first, second)), tmp_path)
    text = text_of(edition.path)
    assert "A row that stays" in text
    assert "An aside for screens" not in text
    assert "A row that goes" not in text


def test_the_publisher_stands_on_each_edition(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 0h90v30z"/></svg>'
    )
    content = replace(sample_content(), site_url="https://example.org/burns/", logo=logo)
    for edition in build_guide(content, tmp_path / "cache"):
        text = " ".join(text_of(edition.path).split()).replace("/ ", "/")  # it may break there
        for words in ("Test clinic", "example.org/burns", "999"):
            assert words in text, (edition.name, words)
        if edition.name == "a4":
            with pikepdf.open(edition.path) as pdf:
                elements = list(structure(pdf.Root.StructTreeRoot))
            assert ("Figure", "Test clinic") in elements


def test_a_logo_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "ours.png").touch()
    assert logo_of({}, [tmp_path]) is None
    assert logo_of({"logo": "ours.png"}, [tmp_path]) == tmp_path / "ours.png"
    with pytest.raises(GuideError, match=r'extra\.publisher\.logo: there is no file "gone\.png"'):
        logo_of({"logo": "gone.png"}, [tmp_path])


def test_a_booklet_folds_into_pages_in_order(editions: Editions) -> None:
    """The outside of the sheet holds the cover on its right."""
    booklet = editions["booklet"]
    pages = text_of(booklet.path).split("\f")[:-1]
    assert len(pages) % 2 == 0
    assert "A small burn, on paper" in " ".join(pages[0].split())
    assert "It is on the face" in pages[1]


def test_levels_can_be_told_without_colour(editions: Editions) -> None:
    """In grey, the band of the emergency card is far from its paper, and its words from the band."""
    document = pypdfium2.PdfDocument(editions["red-flag-card"].path)
    grey = document[0].render(scale=1, grayscale=True).to_pil().convert("L")
    document.close()
    width, height = grey.size
    band = grey.crop((width // 8, height // 24, width * 7 // 8, height // 8))
    values = band.getdata()
    assert min(values) < 90
    assert max(values) > 240
