"""No template says a word by itself: else it would say it in one language on every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted(
    path
    for folder, kind in (
        ("macros", "*.jinja"),
        ("generator/guide/templates", "*.jinja"),
        ("site_overrides", "*.html"),
    )
    for path in (ROOT / folder).rglob(kind)
    if path.name != "mark-line.html"  # attributes of a drawing, and no text
)
SAME_IN_EVERY_LANGUAGE = {"PDF"}
_NOT_TEXT = re.compile(
    r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}|<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL
)
_SPOKEN = re.compile(r'(?:aria-label|alt|title|placeholder)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_takes_its_words_from_files(path: Path) -> None:
    """Neither between tags nor in what is read out or shown of them."""
    assert words_in(path.read_text(encoding="utf-8")) == set()


def test_a_word_in_a_template_is_found() -> None:
    """Else the test above would see nothing."""
    assert words_in('{# a note #}<p class="x">{{ own.text }}</p>') == set()
    assert words_in("<p>{{ own.text }} days</p>") == {"days"}
    assert words_in('<nav aria-label="Menu">{{ items }}</nav>') == {"Menu"}


def words_in(template: str) -> set[str]:
    text = _NOT_TEXT.sub(" ", template)
    said = [*_SPOKEN.findall(text), _TAG.sub(" ", text)]
    return set(_WORD.findall(" ".join(said))) - SAME_IN_EVERY_LANGUAGE
