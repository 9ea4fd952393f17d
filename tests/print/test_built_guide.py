"""The guide that is published, read as a screen reader reads it. `SITE_DIR` names another site."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.print.test_guide import structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
MOST_PAGES = 20
LEAST_WORDS = 60
"""On a page that is neither cover nor diary: less looks forgotten."""


@pytest.fixture(scope="module")
def guide() -> Path:
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    found = sorted(site.glob("guide/*-a4.pdf"))
    if not found:
        pytest.skip("the site is not built: make site")
    return found[0]


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


def test_it_is_short_and_no_page_is_empty(pages: list[str]) -> None:
    assert len(pages) <= MOST_PAGES
    few = [number for number, page in enumerate(pages, 1) if len(page.split()) < LEAST_WORDS]
    assert set(few) <= {1, len(pages)}


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
