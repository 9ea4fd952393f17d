"""The guide that is published, read as a screen reader reads it. `SITE_DIR` names another site."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.print.test_guide import structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
MOST_PAGES = 16
LEAST_POINTS = 12
SMALLEST_POINTS = 7.5
SMALL_SHARE = 0.02
"""Of the letters: what nobody has to read (docs/how-to/change-the-guides-look.md)."""
FOOT = 34
"""Points from the edge of the paper: below stand version and page number."""
ROUGHLY_ALIKE = 70
"""Points between the ends of columns: five lines."""
LEAST_WORDS = 60
"""On a page that is neither cover nor diary: less looks forgotten."""


@pytest.fixture(scope="module")
def guide() -> Path:
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    found = sorted(site.glob("guide/*-a4.pdf"))
    if not found:
        pytest.skip("the site is not built: make site")
    return found[0]


def edition(guide: Path, name: str) -> Path:
    """Another edition beside the guide on A4."""
    return guide.with_name(guide.name.replace("-a4.", f"-{name}."))


@pytest.fixture(scope="module")
def pages(guide: Path) -> list[str]:
    return text_of(guide).split("\f")[:-1]


@pytest.fixture(scope="module")
def pdf(guide: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(guide) as opened:
        yield opened


@pytest.fixture(scope="module")
def elements(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    return list(structure(pdf.Root.StructTreeRoot))


def test_it_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_short(guide: Path, paper: str) -> None:
    assert len(text_of(edition(guide, paper)).split("\f")) - 1 <= MOST_PAGES


def test_no_page_is_empty(pages: list[str]) -> None:
    few = [number for number, page in enumerate(pages, 1) if len(page.split()) < LEAST_WORDS]
    assert set(few) <= {1, len(pages)}


def test_each_number_in_the_text_leads_to_the_source_of_that_number(guide: Path) -> None:
    """The numbers leap, since they are those of the site: the list must not count by itself."""
    document = pypdfium2.PdfDocument(guide)
    with pikepdf.open(guide) as pdf:
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        numbers: dict[object, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
        marks = [
            (index, link.Rect, places[str(link.Dest)])
            for index, page in enumerate(pdf.pages)
            for link in page.get("/Annots", [])
            if str(link.get("/Dest", "")).startswith("source-")
        ]
        read = []
        for index, rect, (target, _, x, y, *_) in marks:
            left, right = float(rect[0]), float(rect[2])
            low, high = sorted((float(rect[1]), float(rect[3])))
            mark = document[index].get_textpage().get_text_bounded(left, low - 3, right, high + 5)
            source = document[numbers[target.objgen]].get_textpage()
            number = source.get_text_bounded(
                float(x) - 1, float(y) - 15, float(x) + 25, float(y) + 2
            )
            read.append((mark.strip(" ,\r\n"), number.strip()))
    document.close()
    assert len(read) > 100
    assert [pair for pair in read if pair[0] != pair[1]] == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_columns_of_sources_are_about_as_long(guide: Path, paper: str) -> None:
    """They are parted by the lines that each source is likely to take: that must stay close."""
    with pikepdf.open(edition(guide, paper)) as pdf:
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        found = [place for name, place in places.items() if name.startswith("source-")]
        lowest: dict[int, float] = {}
        for _, _, x, y, *_ in found:
            lowest[round(float(x))] = min(float(y), lowest.get(round(float(x)), float(y)))
        assert len({page.objgen for page, *_ in found}) == 1
    assert len(lowest) == 3
    assert max(lowest.values()) - min(lowest.values()) < ROUGHLY_ALIKE


def test_every_part_is_there(pages: list[str]) -> None:
    text = " ".join(" ".join(pages).split())
    for words in (
        "What is inside",
        "Side by side",
        "Squat",
        "Day by day",
        "Ice or heat?",
        "The pain rule",
        "Plank",
        "Bird-dog",
        "Glute bridge",
        "Signs that need help today",
        "Signs that need an appointment",
        "Check with a pen",
        "Your advice",
        "Your diary",
        "Sources",
    ):
        assert words in text, words


def test_the_contents_name_the_page_where_a_part_begins(guide: Path, pages: list[str]) -> None:
    contents = " ".join(text_of(guide, "-raw").split("\f")[2].split())
    found = re.findall(r"([A-Z][^.\d]+?) ?(?:\. )+(\d+)", contents)
    entries = {words.removeprefix("What is inside "): int(number) for words, number in found}
    for words in ("Prevention", "Check with a pen", "Your diary"):
        assert words in pages[entries[words] - 1], words


@pytest.mark.parametrize("name", ["a4", "letter", "booklet", "self-check", "self-check-a3",
                                  "red-flag-card", "wallet-cards"])  # fmt: skip
def test_all_that_a_reader_needs_has_12_points(guide: Path, name: str) -> None:
    """Smaller are only the numbers of the sources, words inside charts, and the line at the foot."""
    sizes = _letters(edition(guide, name))
    small = {size: letters for size, letters in sizes.items() if size < LEAST_POINTS}
    share = sum(map(len, small.values())) / sum(map(len, sizes.values()))
    assert min(sizes) >= SMALLEST_POINTS
    assert share <= SMALL_SHARE, small
    if name in ("self-check", "self-check-a3", "red-flag-card"):
        assert small == {}


def test_large_print_has_18_points(guide: Path) -> None:
    sizes = _letters(edition(guide, "large-print"))
    small = sum(len(letters) for size, letters in sizes.items() if size < 18)
    assert small / sum(map(len, sizes.values())) <= SMALL_SHARE


def _letters(path: Path) -> dict[float, str]:
    """The letters of a file by their size in points on paper, without the line at the foot."""
    found: dict[float, str] = {}
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            if letter.strip() and text.get_charbox(index)[1] > FOOT:
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
                size = pdfium.FPDFText_GetFontSize(text.raw, index) * abs(matrix.d or matrix.b)
                found[round(size, 1)] = found.get(round(size, 1), "") + letter
    document.close()
    return found


def test_headings_form_a_tree(elements: list[tuple[str, str]]) -> None:
    ranks = [int(kind[1]) for kind, _ in elements if re.fullmatch(r"H\d", kind)]
    assert ranks[0] == 1
    assert len(ranks) > 30
    assert all(after - before <= 1 for before, after in pairwise(ranks))


def test_figures_have_words(elements: list[tuple[str, str]]) -> None:
    figures = [alternative for kind, alternative in elements if kind == "Figure"]
    assert len(figures) >= 12
    assert all(len(words) > 20 for words in figures)


def test_tables_have_headers(pdf: pikepdf.Pdf) -> None:
    tables = list(_elements(pdf.Root.StructTreeRoot, "/Table"))
    assert tables
    for table in tables:
        headers = {bytes(header.ID) for header in _elements(table, "/TH")}
        assert headers
        for cell in _elements(table, "/TD"):
            named = [id for entry in _attributes(cell) for id in entry.get("/Headers", [])]
            assert named
            assert {bytes(id) for id in named} <= headers


def test_bookmarks_lead_to_the_parts(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    for words in ("What is inside", "Prevention", "Check with a pen", "Your diary", "Sources"):
        assert words in titles, words


def _elements(node: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if node.get("/S") == pikepdf.Name(kind):
        yield node
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _elements(kid, kind)


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/A")
    if found is None:
        return []
    listed = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [entry for entry in listed if isinstance(entry, pikepdf.Dictionary)]
