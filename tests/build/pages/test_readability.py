"""Pages are for readers of about 11 years."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.build.pages.built_page import BuiltPage

with warnings.catch_warnings():
    # It asks setuptools for its data in a way that setuptools warns of.
    warnings.simplefilter("ignore")
    import textstat

HIGHEST_GRADE = 8
HIGHEST_GRADE_OF = {"red-flags/": 6, "self-check/": 6}
LONG = 20
"""Words. From here on a sentence is long."""
SHORT_SHARE = 0.9
ENDS = ".?!:"
FEWEST_WORDS = 4
"""A shorter piece, such as a cell of a table, is no sentence: it would flatter the page."""


def test_the_grade_of_each_page_is_low(page: BuiltPage) -> None:
    """Flesch-Kincaid, as textstat counts it."""
    grade = textstat.flesch_kincaid_grade(" ".join(_sentences(page)))

    assert grade <= HIGHEST_GRADE_OF.get(page.address, HIGHEST_GRADE)


def test_sentences_are_mostly_short(page: BuiltPage) -> None:
    """At least 9 of 10 have fewer than 20 words."""
    sentences = _sentences(page)
    long = [sentence for sentence in sentences if len(sentence.split()) >= LONG]

    assert len(long) <= (1 - SHORT_SHARE) * len(sentences), "\n".join(long)


def test_pages_do_not_beg_shout_or_speak_latin(page: BuiltPage) -> None:
    """No "please", no "simply", no exclamation mark, no "e.g."."""
    unwanted = re.compile(r"\bplease\b|\bsimply\b|!|\be\.g\.|\bi\.e\.|\betc\b", re.IGNORECASE)
    found = [passage for passage in page.passages() if unwanted.search(passage)]

    assert found == []


def _sentences(page: BuiltPage) -> list[str]:
    sentences: list[str] = []
    for passage in page.passages():
        whole = passage if passage.rstrip("\"”')")[-1:] in ENDS else f"{passage}."
        sentences += re.split(r"(?<=[.?!:])[\"”]?\s+", whole)
    return [sentence for sentence in sentences if len(sentence.split()) >= FEWEST_WORDS]
