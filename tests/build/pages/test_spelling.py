"""Words are spelt as dictionaries have them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spellchecker import SpellChecker

if TYPE_CHECKING:
    from tests.build.pages.built_page import BuiltPage

OUR_WORDS = Path(__file__).with_name("our-words.txt")
WORD = re.compile(r"[A-Za-z]+(?:['\u2019][a-z]+)?")


@pytest.fixture(scope="module")
def dictionary() -> SpellChecker:
    dictionary = SpellChecker(language="en")
    dictionary.word_frequency.load_words(OUR_WORDS.read_text(encoding="utf-8").split())
    return dictionary


def test_every_word_is_known(page: BuiltPage, dictionary: SpellChecker) -> None:
    """A word that is right and not in the dictionary goes into our-words.txt."""
    words = {word.lower() for passage in page.passages() for word in WORD.findall(passage)}

    assert sorted(dictionary.unknown(words)) == []


def test_words_that_are_misspelt_are_found(dictionary: SpellChecker) -> None:
    """Else the test above would see nothing."""
    assert dictionary.unknown(["sorenes", "excercise", "back"]) == {"sorenes", "excercise"}
