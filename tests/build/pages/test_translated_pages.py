"""A page in another language says what the original says, and nothing is left in the original's words."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from macros.citation import cited_claims
from macros.translation.checks import numbers_in
from macros.words import read_words
from tests.build.conftest import ROOT
from tests.build.pages.built_page import BuiltPage, addresses, languages, translated_addresses

with warnings.catch_warnings():
    # It asks setuptools for its data in a way that setuptools warns of.
    warnings.simplefilter("ignore")
    import textstat

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_WORDS = 4
"""So many words in a row that are the same in two languages are no chance."""
SAME_IN_EVERY_LANGUAGE = {"healthdirect 1800 022 222", "Healthline 0800 611 116"}
"""Names."""
NOT_WORDS = ("script", "style")
EASY = 70
"""Fernández Huerta, from 0 to 100: "fairly easy" begins here, as taught to children of 11."""
MOST_WORDS = 25
LONG_SHARE = 0.1


@pytest.fixture(params=translated_addresses())
def translated(site: Path, request: pytest.FixtureRequest) -> BuiltPage:
    return BuiltPage(site, request.param)


@pytest.fixture
def original(translated: BuiltPage) -> BuiltPage:
    """The page that it translates."""
    return BuiltPage(translated.site, translated.address.partition("/")[2])


@pytest.fixture
def language(translated: BuiltPage) -> str:
    return translated.address.partition("/")[0]


def test_no_sentence_is_left_in_the_words_of_the_original(
    translated: BuiltPage, site: Path
) -> None:
    """No text of four words or more stands on a page of the site's own language too."""
    theirs = {text for address in addresses() for text in _texts(BuiltPage(site, address))}

    assert sorted((set(_texts(translated)) & theirs) - SAME_IN_EVERY_LANGUAGE) == []


def test_a_sentence_that_is_left_is_found(site: Path) -> None:
    """Else the test above would see nothing."""
    page = BuiltPage(site, "red-flags/")

    assert set(_texts(page)) & set(_texts(BuiltPage(site, "self-check/")))


def test_it_tells_the_same_numbers(translated: BuiltPage, original: BuiltPage) -> None:
    """How many, how long, how old: in the same order of size."""
    if "self-check" not in translated.address and "red-flags" not in translated.address:
        pytest.skip("a first page of its own")

    assert _numbers(translated) == _numbers(original)


def test_it_cites_the_same_claims_in_the_same_order(
    translated: BuiltPage, original: BuiltPage
) -> None:
    mine, theirs = (
        [claim for claim, _ in cited_claims(page.source.read_text(encoding="utf-8"))]
        for page in (translated, original)
    )
    if not mine:
        pytest.skip("it cites nothing")

    assert mine == theirs


def test_both_name_each_other(translated: BuiltPage, original: BuiltPage) -> None:
    """In the header. What the head tells search engines needs an address: tests/build/test_languages.py."""
    for page, other in ((translated, original), (original, translated)):
        (link,) = page.tree.cssselect("header .language-switch a")
        assert page.file_at(link.get("href"))[0] == other.path
        assert link.get("hreflang") == link.get("lang") == other.tree.get("lang")


def test_a_page_without_a_translation_offers_none(site: Path) -> None:
    """The switch is there only where there is something to switch to."""
    there = {address.partition("/")[2] for address in translated_addresses()}
    alone = [address for address in addresses() if address not in there]

    assert alone
    for address in alone:
        page = BuiltPage(site, address)
        assert page.tree.cssselect(".language-switch") == []


def test_it_says_that_no_clinician_has_reviewed_it(translated: BuiltPage, language: str) -> None:
    """In its own words, before everything else and at the end."""
    words = read_words(language)["frame"]
    head = (ROOT / "content" / language / "self-check/protocol.toml").read_text(encoding="utf-8")
    notes = [note.text_content() for note in translated.main.cssselect(".translation-note")]
    (end,) = translated.main.cssselect(".reviewed")

    if 'reviewer = ""' in head:
        assert words["translation_not_reviewed"] in notes[0]
        assert words["not_reviewed"] in end.text_content()
    else:
        assert notes == []


def test_dates_are_in_its_language(translated: BuiltPage, language: str) -> None:
    (end,) = translated.main.cssselect(".reviewed")
    months = read_words(language)["dates"]["months"]

    assert sum(month in end.text_content() for month in months) >= 1
    assert not any(f" {month} " in end.text_content() for month in ("November", "January"))


def test_it_is_easy_to_read(translated: BuiltPage, language: str) -> None:
    """For readers of about 11 years; measured in Spanish, where it is that."""
    if language != "es":
        pytest.skip("no measure for this language")
    textstat.set_lang("es")
    try:
        sentences = [text for text in _sentences(translated) if len(text.split()) >= FEWEST_WORDS]
        assert textstat.fernandez_huerta(" ".join(sentences)) >= EASY
    finally:
        textstat.set_lang("en_US")
    long = [text for text in sentences if len(text.split()) > MOST_WORDS]
    assert len(long) <= LONG_SHARE * len(sentences), "\n".join(long)


def test_it_starts_the_same_engine(site: Path) -> None:
    """Not one byte more: words stand in the page, rules in the engine."""
    engines = [
        check.get("data-engine").rpartition("assets/")[2]
        for address in ("self-check/", *(f"{code}/self-check/" for code in languages()))
        for check in BuiltPage(site, address).tree.cssselect("self-check")
    ]

    assert len(engines) == 1 + len(languages())
    assert len(set(engines)) == 1
    assert len(list(site.glob("assets/engine/*"))) == 1


def _texts(page: BuiltPage) -> Iterator[str]:
    """Every text of a page that readers see or hear, of four words or more."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str) or element.tag in NOT_WORDS:
            continue
        told = [element.text, element.tail]
        told += [element.get(name) for name in ("aria-label", "alt", "title", "placeholder")]
        told += [element.get("content")] if element.get("name") == "description" else []
        told += [element.get("content")] if element.get("property") else []
        for text in told:
            words = " ".join((text or "").split())
            if len(re.findall(r"[^\W\d_]{2,}", words)) >= FEWEST_WORDS:
                yield words


def _numbers(page: BuiltPage) -> list[str]:
    """The numbers of the page's own words: those of citations and dates are the site's."""
    main = etree.fromstring(etree.tostring(page.main))
    for element in [
        *main.iter("sup"),
        *main.iter("svg"),
        *main.iter("script"),
        *main.iter("select"),
    ]:
        for child in list(element):
            element.remove(child)
        element.text = ""
    for element in main.iter("p"):
        if element.get("class") in ("reviewed", "paper-self-check__version"):
            element.text = ""
    return numbers_in(" ".join(main.itertext()))


def _sentences(page: BuiltPage) -> Iterator[str]:
    for passage in page.passages():
        yield from re.split(r"(?<=[.?!:])[»”]?\s+", passage)
