"""Read vignettes, and say what is wrong with them: file, name, what, what to do."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from triage_py import AnswersError, Disposition, assess
from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from triage_py import Protocol

NEEDED = {"name", "story", "sources", "expect", "answers"}
KEYS = NEEDED | {"why_differs"}


class VignetteError(ValueError):
    """Vignettes that cannot be used as they are; every mistake has its line.

    Args:
        problems: Each mistake as one line.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Vignette:
    """One person: the story, the answers, and the disposition that was decided beforehand."""

    file: str
    name: str
    story: str
    sources: tuple[str, ...]
    expected: Disposition
    answers: Mapping[str, object]
    why_differs: str = ""
    """For readers, where the rules say otherwise on purpose: one sentence."""


def read_vignettes(folder: Path) -> tuple[Vignette, ...]:
    """Read all vignettes of a folder, file by file. No folder holds none.

    Raises:
        VignetteError: A file is not TOML, or a vignette lacks a key or has one too many.
    """
    read: list[Vignette] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))["vignette"]
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as mistake:
            problems.append(
                f"{path}: no vignettes could be read: {mistake}. Begin each with [[vignette]]."
            )
            continue
        for table in tables:
            mistakes = _mistakes(table)
            problems += [f"{path}: {_name(table)}: {mistake}" for mistake in mistakes]
            if not mistakes:
                read.append(_vignette(str(path), table))
    if problems:
        raise VignetteError(problems)
    return tuple(read)


def check_vignettes(
    vignettes: Iterable[Vignette], protocol: Protocol, citable: Collection[str]
) -> None:
    """Check that vignettes name only what is there.

    Args:
        vignettes: What was read.
        protocol: The protocol whose questions they answer.
        citable: Ids of the claims and sources of the evidence register.

    Raises:
        VignetteError: An answer or a source is not there; every mistake is told.
    """
    problems = [line for each in vignettes for line in problems_of(each, protocol, citable)]
    if problems:
        raise VignetteError(problems)


def problems_of(vignette: Vignette, protocol: Protocol, citable: Collection[str]) -> list[str]:
    """Everything that is wrong with a vignette, one line each.

    Args:
        vignette: The vignette to check.
        protocol: The protocol whose questions it answers.
        citable: Ids of the claims and sources of the evidence register.
    """
    mistakes = [
        f'there is no claim and no source "{source}" in content/evidence/. '
        + did_you_mean(source, citable)
        for source in vignette.sources
        if source not in citable
    ]
    if not vignette.sources:
        mistakes.append("it names no source: name the claims that justify the disposition")
    try:
        asked = assess(protocol, vignette.answers).answers
    except AnswersError as error:
        mistakes += [problem.text("answers") for problem in error.problems]
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


def _name(table: Mapping[str, Any]) -> str:
    return str(table.get("name", "a vignette without a name"))


def _mistakes(table: Mapping[str, Any]) -> list[str]:
    mistakes = [f'"{key}" is missing: add it' for key in sorted(NEEDED - table.keys())]
    mistakes += [
        f'the key "{key}" is not known here. {did_you_mean(key, sorted(KEYS))}'
        for key in sorted(table.keys() - KEYS)
    ]
    expect = table.get("expect")
    levels = [level.id for level in Disposition]
    if expect is not None and (
        not isinstance(expect, dict) or expect.get("disposition") not in levels
    ):
        mistakes.append(f"expect.disposition must be one of {', '.join(levels)}")
    for key, kind, shown in (
        ("story", str, "a text"),
        ("why_differs", str, "a text"),
        ("sources", list, "a list of claims"),
        ("answers", dict, "a table of answers"),
    ):
        if key in table and not isinstance(table[key], kind):
            mistakes.append(f"{key} must be {shown}")
    return mistakes


def _vignette(file: str, table: Mapping[str, Any]) -> Vignette:
    return Vignette(
        file,
        _name(table),
        table["story"],
        tuple(table["sources"]),
        Disposition.from_id(table["expect"]["disposition"]),
        table["answers"],
        table.get("why_differs", ""),
    )
