"""What a page says of research without a source is found, with its line."""

from __future__ import annotations

import re

import pytest

from macros.citation import unsourced_passages
from macros.words import read_words

FRONT = "---\ntitle: A page\n---\n"


def _lines(markdown: str, language: str = "en") -> list[int]:
    pattern = re.compile(read_words(language)["citation"]["speaks_of_research"], re.IGNORECASE)
    return [passage.line for passage in unsourced_passages(markdown, pattern)]


def test_a_paragraph_about_studies_needs_a_source() -> None:
    assert _lines(FRONT + "\n# Title\n\nTwo studies\nfound it.\n") == [7]


def test_a_source_anywhere_in_the_paragraph_is_enough() -> None:
    assert _lines('Two studies\nfound it.{{ cite("a-claim") }} It is new.') == []


def test_the_source_of_one_item_does_not_speak_for_the_next() -> None:
    assert _lines('- A trial.{{ cite("a") }}\n- Another trial.\n') == [2]


def test_a_source_before_the_colon_speaks_for_the_whole_list() -> None:
    assert _lines('Trials found:{{ cite("a") }}\n\n- a review\n- a study\n') == []


def test_each_row_of_a_table_names_its_own_source() -> None:
    table = '| What | What trials say |\n|---|---|\n| Ice | A trial.{{ cite("a") }} |\n| Heat | A study. |\n'

    assert _lines(table) == [4]


def test_a_page_about_the_site_itself_may_speak_of_sources() -> None:
    assert _lines("---\nabout_this_site: true\n---\nWe read sources.\n") == []


def test_headings_and_comments_are_no_statements() -> None:
    assert _lines("## What studies say\n\n<!-- a study -->\n\nNothing.\n") == []


@pytest.mark.parametrize("words", ["Dos estudios lo vieron.", "Bajó en un 30%.", "10 de cada 100."])
def test_other_languages_have_words_of_their_own(words: str) -> None:
    assert _lines(words, "es") == [1]
