"""A mistake in the register is named with its file, its key and its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.evidence import EvidenceError, read_register

HERE = Path(__file__).parent
BROKEN = HERE / "broken_registers"

MESSAGE_MUST_HOLD = {
    "unknown-strength": [
        ':5: claims.cups-warm.strength: there is no strength "weakk".',
        'Did you mean "weak"?',
        "strong, moderate, weak, contested, consensus",
    ],
    "unknown-kind": [
        ':5: sources.green-2001.kind: there is no kind "kohort".',
        'Did you mean "cohort"?',
        "guideline, regulation",
    ],
    "unknown-urgency": [
        ':6: claims.cups-warm.urgency: there is no urgency "urgnt".',
        'Did you mean "urgent"?',
        "emergency, urgent, soon, self_care",
    ],
    "unknown-claim-key": [
        ':6: claims.cups-warm.strenght: there is no key "strenght" here.',
        'Did you mean "strength"?',
        "topic, statement",
    ],
    "unknown-source-key": [
        ':7: sources.green-2001.authors: there is no key "authors" here.',
        'Did you mean "org_or_authors"?',
    ],
    "unknown-table": [
        ":1: claim: only claims and sources may stand here.",
        'Did you mean "claims"?',
        "[claims.its-id]",
    ],
    "missing-strength": [
        ':1: claims.cups-warm: the key "strength" is missing.',
        'Add a line such as: strength = "moderate"',
    ],
    "missing-title": [
        ':1: sources.green-2001: the key "title" is missing.',
        "Add a line such as: title =",
    ],
    "no-source-line": [
        ':1: claims.cups-warm: the key "supports" is missing.',
        'Add a line such as: supports = ["id-of-a-source"]',
    ],
    "no-source": [
        ":4: claims.cups-warm.supports: this claim has no source.",
        "Name at least one source",
    ],
    "unknown-source": [
        ':4: claims.cups-warm.supports: there is no source "brown-1989".',
        'Did you mean "brown-1999"?',
        "[sources.brown-1989]",
    ],
    "source-named-twice": [
        ':4: claims.cups-warm.supports: "brown-1999" stands here twice.',
        "Name each source once.",
    ],
    "supports-as-text": [
        ":4: claims.cups-warm.supports: this is text, but it must be a list of source ids",
        'Write it such as: supports = ["id-of-a-source"]',
    ],
    "year-as-text": [
        ":4: sources.green-2001.year: this is text, but it must be a year, without quotes.",
        "Write it such as: year = 2016",
    ],
    "year-of-two-digits": [
        ":4: sources.green-2001.year: a year has four digits.",
        "Write it such as: year = 2016",
    ],
    "seen-as-text": [
        ":6: sources.green-2001.seen: this is text, but it must be true or false",
        "Write it such as: seen = true",
    ],
    "empty-statement": [
        ":3: claims.cups-warm.statement: this is empty.",
        "Write it such as: statement =",
    ],
    "address-without-scheme": [
        ":7: sources.green-2001.url: this is not a web address",
        "must begin with https://",
        "Copy the whole address from the browser.",
    ],
    "address-of-a-file": [
        ":7: sources.green-2001.url: this is not a web address",
        "delete this line",
    ],
    "number-without-name": [
        ":6: claims.cups-warm.numbers: this is a number, but each number needs a name.",
        "numbers.wait_hours = [24, 48]",
    ],
    "number-that-is-none": [
        ':6: claims.cups-warm.numbers: "degrees" holds',
        "numbers.degrees = [24, 48]",
    ],
    "id-with-capital-letters": [
        ':1: claims.Cups_Warm: "Cups_Warm" cannot be an id.',
        "small letters, digits and single hyphens",
    ],
    "id-taken-in-another-file": [
        ':3: claims.tea-cools: the id "tea-cools" is taken',
        "id-taken-in-another-file.toml:1",
        "Give one of the two another id",
    ],
    "id-twice-in-one-file": [
        ":7: [claims.cups-warm] stands twice in this file.",
        "Give one of the two another id",
    ],
    "claim-without-keys": [
        ": claims.cups-warm: this is no claim with keys.",
        "[claims.its-id]",
    ],
    "missing-quote": [
        ":5: this is not valid TOML",
        "text needs quotes at both ends",
    ],
    "two-mistakes": [
        'there is no strength "weakk".',
        "(1 of 2 problems)",
        'there is no source "brown-1989".',
        "(2 of 2 problems)",
    ],
}


def message_about(mistake: str, folder: Path) -> str:
    """Read the broken file beside the sound one and give the complaint."""
    shutil.copy(HERE / "sound_register.toml", folder)
    shutil.copy(BROKEN / f"{mistake}.toml", folder)
    with pytest.raises(EvidenceError) as caught:
        read_register(folder)
    return str(caught.value)


@pytest.mark.parametrize("mistake", MESSAGE_MUST_HOLD)
def test_the_message_names_file_line_key_and_remedy(mistake: str, tmp_path: Path) -> None:
    """Who reads the message can put the mistake right without asking anybody."""
    message = message_about(mistake, tmp_path)

    assert f"{mistake}.toml" in message
    for words in MESSAGE_MUST_HOLD[mistake]:
        assert words in message


@pytest.mark.parametrize("mistake", sorted(set(MESSAGE_MUST_HOLD) - {"two-mistakes"}))
def test_one_mistake_makes_one_complaint(mistake: str, tmp_path: Path) -> None:
    """Nothing is reported that would go away with the mistake itself."""
    message = message_about(mistake, tmp_path)

    assert message.endswith("(1 of 1 problem)")


def test_every_broken_register_is_tested() -> None:
    """A file without a test, or a test without a file, would say nothing."""
    assert {path.stem for path in BROKEN.glob("*.toml")} == set(MESSAGE_MUST_HOLD)


def test_mistakes_of_all_files_are_reported_together(tmp_path: Path) -> None:
    """An editor who changed two files hears of both at once."""
    for mistake in ("unknown-strength", "unknown-kind", "missing-quote"):
        shutil.copy(BROKEN / f"{mistake}.toml", tmp_path)

    with pytest.raises(EvidenceError) as caught:
        read_register(tmp_path)

    assert len(caught.value.problems) == 3
    assert {problem.line for problem in caught.value.problems} == {5}


def test_a_file_that_cannot_be_read_does_not_hide_its_sources(tmp_path: Path) -> None:
    """Claims elsewhere are not blamed for naming sources of a file that has a slip in it."""
    sound = (HERE / "sound_register.toml").read_text(encoding="utf-8")
    claims, sources = sound.split("[sources.brown-1999]")
    (tmp_path / "claims.toml").write_text(claims, encoding="utf-8")
    (tmp_path / "sources.toml").write_text(f"[sources.brown-1999{sources}", encoding="utf-8")

    with pytest.raises(EvidenceError) as caught:
        read_register(tmp_path)

    assert [Path(problem.file).name for problem in caught.value.problems] == ["sources.toml"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """A register of nothing is a wrong path, not a register."""
    with pytest.raises(EvidenceError, match=r"there is no \.toml file in this folder"):
        read_register(tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """Letters with accents would come out wrong otherwise."""
    (tmp_path / "tea.toml").write_bytes('title = "Thé"'.encode("latin-1"))

    with pytest.raises(EvidenceError, match=r"this is not text in UTF-8"):
        read_register(tmp_path)
