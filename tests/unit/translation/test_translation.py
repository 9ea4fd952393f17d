"""A topic in another language has the same rules, every text, and the same numbers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.topic import Topic, read_topic
from macros.translation import TranslationError, translate_topic
from macros.translation.checks import numbers_in
from triage_py import assess
from triage_py.dispositions import Disposition

if TYPE_CHECKING:
    from triage_py import Protocol

CONTENT = Path(__file__).parents[3] / "content"
PROTOCOL = "es/self-check/protocol.toml"
ENGLISH = read_topic(CONTENT)
SPANISH = translate_topic(ENGLISH, CONTENT, "es")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content, to break."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def translated(content: Path) -> Topic:
    return translate_topic(read_topic(content), content, "es")


def change(content: Path, file: str, old: str, new: str) -> None:
    text = (content / file).read_text(encoding="utf-8")
    assert old in text, old
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_rules_are_the_same() -> None:
    """Conditions, levels, sources and order: only words differ."""

    def bare(protocol: Protocol) -> list[object]:
        return [
            (rule.id, rule.disposition, rule.pattern, rule.sources, rule.for_unsure)
            for rule in protocol.rules
        ]

    assert bare(SPANISH.protocol) == bare(ENGLISH.protocol)
    for mine, other in zip(ENGLISH.protocol.rules, SPANISH.protocol.rules, strict=True):
        assert mine.when == other.when
    assert SPANISH.protocol.version == ENGLISH.protocol.version


def test_every_written_case_gets_the_same_advice() -> None:
    for case in ENGLISH.vignettes:
        one, other = (assess(topic.protocol, case.answers) for topic in (ENGLISH, SPANISH))
        assert one.disposition == other.disposition
        assert [rule.id for rule in one.fired] == [rule.id for rule in other.fired]


def test_the_words_of_every_level_are_other_words() -> None:
    for level in Disposition:
        assert SPANISH.protocol.words[level].label != ENGLISH.protocol.words[level].label
        assert len(SPANISH.protocol.words[level].do) == len(ENGLISH.protocol.words[level].do)


def test_numbers_that_are_dialled_are_not_translated() -> None:
    for id, region in ENGLISH.regions.items():
        assert SPANISH.regions[id].emergency_tel == region.emergency_tel
        assert SPANISH.regions[id].helpline_tel == region.helpline_tel


def test_a_reviewer_of_the_original_has_not_reviewed_the_translation(content: Path) -> None:
    """A clinician who reads the language has to."""
    change(content, "self-check/protocol.toml", 'reviewer = ""', 'reviewer = "Dr A. Reader"')

    assert translated(content).protocol.reviewer == ""


def test_a_reviewer_of_the_translation_is_named(content: Path) -> None:
    change(content, PROTOCOL, 'reviewer = ""', 'reviewer = "Dra. L. Ctora"')

    assert translated(content).protocol.reviewer == "Dra. L. Ctora"


MISTAKES = {
    "a text that is missing": (
        PROTOCOL,
        'bowel = "No aguantar',
        'bowl = "No aguantar',
        ["rules.bowel: this text is missing", "rules.bowl: nothing has this text"],
    ),
    "a text that is empty": (
        PROTOCOL,
        'night-sweats = "Sudas tanto por la noche que las sábanas quedan mojadas"',
        'night-sweats = " "',
        ["questions.ill.options.night-sweats: this text is empty"],
    ),
    "another number": (
        PROTOCOL,
        "7 o más sobre 10",
        "6 o más sobre 10",
        ["signs.severe: its numbers are 6, 10", "are 7, 10"],
    ),
    "a number to call that got lost": (
        PROTOCOL,
        "Llama al {emergency_number} ya",
        "Llama ya",
        ["dispositions.emergency.do[0]: its places are none", "{emergency_number}"],
    ),
    "a line of advice too few": (
        PROTOCOL,
        '  "fiebre con confusión, cuello rígido o debilidad nueva",\n',
        "",
        ["dispositions.urgent.safety_net: it has 3 parts where there are 4"],
    ),
    "one group with two headings": (
        PROTOCOL,
        'steroids = { group = "Medicamentos y tratamientos"',
        'steroids = { group = "Medicinas"',
        ["was “Medicinas” above"],
    ),
    "the texts of another version": (
        PROTOCOL,
        'version = "1.0.0"',
        'version = "0.9.0"',
        ["translation.version: it translates version 0.9.0", "is at 1.0.0"],
    ),
    "nobody's work": (PROTOCOL, 'reviewer = ""\n', "", ["translation: reviewer: missing"]),
    "a rule in a translation": (
        PROTOCOL,
        "[screens]\n",
        '[screens]\nmore = "Más"\n',
        ["screens.more: nothing has this text. Delete it."],
    ),
    "a region without its words": (
        "es/regions.toml",
        '[regions.nz]\nname = "Nueva Zelanda"\n',
        "[regions.nz]\n",
        ["es/regions.toml: regions.nz.name: this text is missing", "“New Zealand”"],
    ),
    "broken TOML": (PROTOCOL, "[screens]", "[screens", ["cannot be read", "Mend"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_and_key(content: Path, mistake: str) -> None:
    file, old, new, told = MISTAKES[mistake]
    change(content, file, old, new)

    with pytest.raises(TranslationError) as error:
        translated(content)
    assert str(content / file) in str(error.value)
    for words in told:
        assert words in str(error.value)


def test_a_text_that_is_new_has_to_be_translated(content: Path) -> None:
    change(
        content,
        "self-check/protocol.toml",
        "[questions.sides]\n",
        '[questions.sides]\nhint = "New"\n',
    )

    with pytest.raises(TranslationError, match=r"questions\.sides\.hint: .*missing.*“New”"):
        translated(content)


def test_a_file_that_is_missing_is_told(content: Path) -> None:
    (content / "es/self-check/course.toml").unlink()

    with pytest.raises(TranslationError, match=r"es/self-check/course\.toml: this file is missing"):
        translated(content)


def test_numbers_are_found_however_they_are_grouped() -> None:
    assert numbers_in("1 to 2 in 100,000") == numbers_in("1 o 2 de cada 100.000")
    assert numbers_in("2.5 of 100") == numbers_in("2,5 de 100")
    assert numbers_in("day 3") != numbers_in("day 5")
