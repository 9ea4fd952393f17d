"""No word of any topic stands in code: it takes them all from content/ and mkdocs.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.topic import read_topic
from tests.topics import ROOT, TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = ("macros", "generator", "triage_py", "site_overrides", "bench", "Makefile", "pyproject.toml")
KINDS = {".py", ".mjs", ".js", ".css", ".html", ".jinja", ".toml", ".yml", ".txt", ""}
A_TOPIC_ITSELF = "generator/new_topic/template"
MEASURES_THE_ROOT = "bench"
"""It goes through the site that ships, and is no part of any."""
DRAWS_PEOPLE = "macros/figure"
"""A drawn person has a spine and ankles, whatever the topic."""

WORDS = re.compile(
    r"back pain|your back\b|\bsore(ness)?\b(?![- ]or[- ]injured)|\bDOMS\b|lumbar|sciatica|cauda|"
    r"deadlift|\bsquat|\bplank|bird-dog|\bworkout|saddle|bladder|buttock|"
    r"\bankles?\b|sprain|malleol|metatars|\bottawa\b",
    re.IGNORECASE,
)
"""Words that only one of the topics would bring."""


def _files(*left_out: str) -> Iterator[Path]:
    for room in CODE:
        path = ROOT / room
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            name = file.relative_to(ROOT).as_posix()
            if file.is_file() and file.suffix in KINDS and not name.startswith(left_out):
                yield file


def _found(pattern: re.Pattern[str], files: Iterator[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {match[0]}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        for match in pattern.finditer(line)
    ]


@cache
def _ids() -> frozenset[str]:
    """Ids of several words that the topics give to what they hold; one word can be anyone's."""
    ids: set[str] = set()
    for folder in TOPICS.values():
        topic = read_topic(folder / "content")
        protocol = topic.protocol
        ids |= {rule.id for rule in protocol.rules} | protocol.questions.keys()
        ids |= {o.id for question in protocol.questions.values() for o in question.options}
        ids |= {pattern.id for pattern in protocol.patterns}
        ids |= {screen.id for screen in protocol.screens}
        ids |= topic.register.claims.keys() | topic.register.sources.keys()
        ids |= topic.figures.by_name.keys() | topic.timelines.keys()
    return frozenset(id for id in ids if "-" in id)


def _as_pattern(ids: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(ids, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def test_no_id_of_a_topic_stands_in_code() -> None:
    """Rules, questions, options, patterns, screens, claims, sources, figures, timelines."""
    assert _found(_as_pattern(_ids()), _files(A_TOPIC_ITSELF)) == []


def test_no_word_of_a_topic_stands_in_code() -> None:
    assert _found(WORDS, _files(A_TOPIC_ITSELF, MEASURES_THE_ROOT, DRAWS_PEOPLE)) == []


@pytest.mark.parametrize("written", ["flag-saddle", "ottawa-ankle"])
def test_an_id_in_code_would_be_found(written: str) -> None:
    """Else the tests above would see nothing."""
    assert _as_pattern(_ids()).search(f'if rule == "{written}":')
    assert not _as_pattern(_ids()).search(f'class="{written}__part"')


def test_a_word_in_code_would_be_found() -> None:
    assert WORDS.search("Check your back")
    assert not WORDS.search("Go back to your answers")
