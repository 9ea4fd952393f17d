"""Syllables and grades are near to what people count."""

from __future__ import annotations

import warnings

import pytest

from triage_py import load_protocol
from triage_py.lint.plain_words import _texts
from triage_py.lint.reading_ease import grade_of, sentences_in, syllables_in, words_in

from .test_linting import ROOT

with warnings.catch_warnings():
    # It asks setuptools for its data in a way that setuptools warns of.
    warnings.simplefilter("ignore")
    import textstat

COUNTED = {
    1: "the me one use rules moved pulled called through strength ache whole",
    2: "cases table tables needed simple movement soreness someone people about nothing any",
    3: "serious usual exercise diabetes medicine safety somebody however",
    4: "emergency exercises operation ability",
    5: "physiotherapist",
}
"""Words by the syllables that a dictionary gives them."""


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in COUNTED.items() for word in words.split()],
)
def test_the_syllables_of_a_word(word: str, count: int) -> None:
    assert syllables_in(word) == count
    assert syllables_in(word.capitalize()) == count


def test_numbers_and_joined_words_count_too() -> None:
    assert syllables_in("7") == 1
    assert syllables_in("self-care") == 2
    assert words_in("Warm-up: 3 x 10, don't rush.") == ["Warm-up", "3", "x", "10", "don't", "rush"]


def test_sentences_end_at_stops_questions_and_colons() -> None:
    assert sentences_in('It hurts. Does it? "Yes." Then: rest.') == [
        "It hurts.",
        "Does it?",
        '"Yes.',
        "Then:",
        "rest.",
    ]


def test_the_grade_is_the_formula_of_kincaid() -> None:
    """0.39 x words a sentence + 11.8 x syllables a word - 15.59, here with 6 words of 1 syllable."""
    assert grade_of("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade_of("") == 0.0


def test_the_grade_of_real_texts_is_near_to_that_of_another_counter() -> None:
    """Textstat counts syllables by hyphenation, and so fewer: the difference is below two years."""
    path = ROOT / "content" / "self-check" / "protocol.toml"
    text = " ".join(text for _, text in _texts(load_protocol(path)))

    assert 0 < grade_of(text) - textstat.flesch_kincaid_grade(text) < 2
