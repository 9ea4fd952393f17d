"""The words of the parts: each language has every one of them."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from macros.words import WordsError, day_in_words, read_words
from macros.words.reading import FOLDER, REFERENCE
from triage_py.export.words import ENGLISH

LANGUAGES = sorted(path.name for path in FOLDER.iterdir() if (path / "dates.toml").exists())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the words, to break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "words"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_complete(language: str) -> None:
    assert read_words(language).keys() == read_words(REFERENCE).keys()


def test_a_new_word_has_to_be_translated(folder: Path) -> None:
    """The message names file and key, and what the word says."""
    _add(folder / "en" / "citation.toml", 'new = "Something new"\n')

    with pytest.raises(WordsError, match=r"es/citation\.toml: new: .*missing.*“Something new”"):
        read_words("es", folder)


def test_a_word_that_nothing_shows_is_refused(folder: Path) -> None:
    _add(folder / "es" / "citation.toml", 'old = "Algo viejo"\n')

    with pytest.raises(WordsError, match=r"es/citation\.toml: old: .*Delete"):
        read_words("es", folder)


def test_a_place_to_fill_in_must_not_get_lost(folder: Path) -> None:
    """Else a number would be missing from a sentence."""
    file = folder / "es" / "citation.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("{number}", ""), encoding="utf-8")

    with pytest.raises(WordsError, match=r"es/citation\.toml: source: its places.*\{number\}"):
        read_words("es", folder)


def test_lists_have_as_many_parts(folder: Path) -> None:
    file = folder / "es" / "dates.toml"
    text = file.read_text(encoding="utf-8").replace('"enero", ', "")
    file.write_text(text, encoding="utf-8")

    with pytest.raises(WordsError, match=r"es/dates\.toml: months: .*11.*12"):
        read_words("es", folder)


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    (folder / "es" / "figure.toml").unlink()
    _add(folder / "es" / "dates.toml", 'old = "Algo viejo"\n')

    with pytest.raises(WordsError) as told:
        read_words("es", folder)
    assert len(str(told.value).splitlines()) == 2


def test_a_language_without_words_is_told_with_what_to_do() -> None:
    with pytest.raises(WordsError, match=r'"tlh".*\n  Copy .*words/en'):
        read_words("tlh")


def test_a_region_of_a_language_has_the_words_of_the_language() -> None:
    assert read_words("es-MX") == read_words("es")


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = date(2026, 3, 1)
    written = [day_in_words(day, read_words(language)["dates"]) for language in ("en", "es")]
    assert written == ["1 March 2026", "1 de marzo de 2026"]


def test_the_chart_says_the_same_on_the_site_and_on_the_command_line() -> None:
    assert read_words("en")["flow_chart"]["chart"] == asdict(ENGLISH)


def _add(file: Path, line: str) -> None:
    """At the top: behind a table, the line would belong to it."""
    file.write_text(line + file.read_text(encoding="utf-8"), encoding="utf-8")
