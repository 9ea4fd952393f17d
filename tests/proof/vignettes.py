"""Vignettes: people in their own words, and what they should be told, decided beforehand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage_py import AnswersError, Assessment, Disposition, assess

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from triage_py import Protocol

KEYS = {"name", "story", "sources", "expect", "answers"}


@dataclass(frozen=True, slots=True)
class Vignette:
    """One person: the story, the answers, and the disposition that was decided beforehand."""

    file: str
    name: str
    story: str
    sources: tuple[str, ...]
    expected: Disposition
    answers: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A vignette beside what the rules say to it."""

    vignette: Vignette
    assessment: Assessment

    @property
    def levels_off(self) -> int:
        """Levels above (positive) or below (negative) what was expected."""
        return self.assessment.disposition - self.vignette.expected

    def __str__(self) -> str:
        rules = ", ".join(rule.id for rule in self.assessment.reasons) or "no rule"
        return (
            f"{self.vignette.file}: {self.vignette.name}\n"
            f"    expected {self.vignette.expected.id}, got {self.assessment.disposition.id}"
            f" ({rules})"
        )


def read_vignettes(folder: Path) -> list[Vignette]:
    """Read all vignettes of a folder, file by file.

    Raises:
        ValueError: A file is not TOML, or a vignette lacks a key or has one too many.
    """
    read = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))["vignette"]
        except (tomllib.TOMLDecodeError, KeyError) as mistake:
            message = f"{path.name}: no vignettes could be read: {mistake}"
            raise ValueError(message) from mistake
        read += [_vignette(path.name, table) for table in tables]
    return read


def problems_of(vignette: Vignette, protocol: Protocol, citable: Iterable[str]) -> list[str]:
    """Everything that is wrong with a vignette, one line each: file, name, what, what to do.

    Args:
        vignette: The vignette to check.
        protocol: The protocol whose questions it answers.
        citable: Ids of the claims and sources of the evidence register.
    """
    known = set(citable)
    mistakes = [
        f'there is no claim and no source "{source}" in content/evidence/'
        for source in vignette.sources
        if source not in known
    ]
    if not vignette.sources:
        mistakes.append("it names no source: name the claims that justify the disposition")
    try:
        asked = assess(protocol, vignette.answers).answers
    except AnswersError as error:
        mistakes += str(error).splitlines()
    else:
        mistakes += [
            f'"{question.id}" is answered but would not be asked: take the answer out'
            for question in protocol.questions.values()
            if question.id in vignette.answers and question.id not in asked
        ]
        mistakes += [
            f'"{question.id}" is not answered: answer every question as this person would'
            for question in protocol.questions.values()
            if question.id not in vignette.answers
            and (question.ask_when is None or question.ask_when.evaluate(asked))
        ]
    return [f"{vignette.file}: {vignette.name}: {mistake}" for mistake in mistakes]


def judge(protocol: Protocol, vignettes: Iterable[Vignette]) -> list[Verdict]:
    """Put what the rules say beside what was expected."""
    return [Verdict(vignette, assess(protocol, vignette.answers)) for vignette in vignettes]


def confusion_matrix(verdicts: Sequence[Verdict]) -> str:
    """A table: one row for each disposition expected, one column for each that came out."""
    levels = sorted(Disposition, reverse=True)
    lines = [" ".join(["expected \\ got".ljust(16), *(level.id.rjust(10) for level in levels)])]
    for row in levels:
        got = [
            verdict.assessment.disposition
            for verdict in verdicts
            if verdict.vignette.expected == row
        ]
        cells = [str(got.count(column)).rjust(10) for column in levels]
        lines.append(" ".join([row.id.ljust(16), *cells]))
    return "\n".join(lines)


def _vignette(file: str, table: dict[str, object]) -> Vignette:
    name = table.get("name", "a vignette without a name")
    if table.keys() != KEYS:
        odd = ", ".join(sorted(table.keys() ^ KEYS))
        message = f"{file}: {name}: missing or unknown: {odd}. A vignette has {sorted(KEYS)}."
        raise ValueError(message)
    try:
        expected = Disposition.from_id(table["expect"]["disposition"])  # type: ignore[index]
    except (KeyError, TypeError) as mistake:
        levels = ", ".join(level.id for level in Disposition)
        message = f"{file}: {name}: expect.disposition must be one of {levels}."
        raise ValueError(message) from mistake
    return Vignette(
        file,
        str(name),
        str(table["story"]),
        tuple(table["sources"]),  # type: ignore[arg-type]
        expected,
        table["answers"],  # type: ignore[arg-type]
    )
