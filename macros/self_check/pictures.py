"""What the pictures of the self-check need to know: which option a tap ticks, and how days go on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from triage_py import Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from triage_py import Protocol


class PictureError(ValueError):
    """A file of the pictures holds a mistake; the message names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days of a course, and what they are usually like."""

    first_day: int
    last_day: int
    title: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedCourse:
    """How a pattern usually goes on, in days since the pain began."""

    pattern: str
    caption: str
    stretches: tuple[Stretch, ...]
    curve: tuple[tuple[float, float], ...]
    """Days and heights from 0 to 1 of a sketched curve; empty for none."""

    @property
    def last_day(self) -> int:
        """The last day that it speaks of."""
        return self.stretches[-1].last_day


@dataclass(frozen=True, slots=True)
class BodyMap:
    """Which options the regions of the body map stand for."""

    question: str
    taps: Mapping[str, str]
    """The option that a tap on a region ticks."""
    lit: Mapping[str, tuple[str, ...]]
    """The regions that an option lights."""
    side_question: str
    left: str
    right: str
    both: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that `read_pictures` found."""

    courses: Mapping[str, ExpectedCourse] = field(default_factory=dict)
    """By pattern."""
    body_map: BodyMap | None = None


def read_pictures(folder: Path, protocol: Protocol) -> Pictures:
    """Read `course.toml` and `body-map.toml`; each may be left out.

    Args:
        folder: The folder of the protocol.
        protocol: The protocol whose patterns, questions and options the files name.

    Raises:
        PictureError: A file cannot be read, or names what the protocol does not have.
    """
    courses: dict[str, ExpectedCourse] = {}
    if (path := folder / "course.toml").exists():
        patterns = [pattern.id for pattern in protocol.patterns]
        for id, table in _parse(path).items():
            _known(path, id, id, patterns, "pattern")
            courses[id] = _course(path, id, table)
    path = folder / "body-map.toml"
    return Pictures(courses, _body_map(path, protocol) if path.exists() else None)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: this is not valid TOML: {error}.\n  Mend the line it names."
        raise PictureError(message) from error


def _course(path: Path, id: str, table: dict[str, Any]) -> ExpectedCourse:
    stretches = []
    day = 0
    for number, step in enumerate(_need(path, id, table, "stretches", list)):
        key = f"{id}.stretches[{number}]"
        days = _need(path, key, step, "days", list)
        whole = len(days) == 2 and all(isinstance(item, int) for item in days)
        if not whole or not day == days[0] <= days[1]:
            message = (
                f"{path}: {key}.days: the days of a course follow one another, from day 0 on.\n"
                f"  Write days = [{day}, …], a first and a last day."
            )
            raise PictureError(message)
        day = days[1] + 1
        stretches.append(
            Stretch(
                days[0],
                days[1],
                _need(path, key, step, "title", str),
                _need(path, key, step, "text", str),
                tuple(_need(path, key, step, "claims", list)),
            )
        )
    curve = table.get("curve", [])
    if len(curve) % 2 or any(not 0 <= height <= 1 for height in curve[1::2]):
        message = (
            f"{path}: {id}.curve: expected pairs of day and height.\n"
            "  Write curve = [0, 0, 1, 1, …]; heights run from 0 to 1."
        )
        raise PictureError(message)
    points = tuple(zip(curve[::2], curve[1::2], strict=True))
    return ExpectedCourse(id, table.get("caption", ""), tuple(stretches), points)


def _body_map(path: Path, protocol: Protocol) -> BodyMap:
    table = _parse(path)
    questions = protocol.questions
    question = _need(path, "", table, "question", str)
    sides = _need(path, "", table, "sides", dict)
    side_question = _need(path, "sides", sides, "question", str)
    _known(path, "question", question, questions, "question")
    _known(path, "sides.question", side_question, questions, "question")
    places = _ids(questions[question].options)
    taps = _need(path, "", table, "taps", dict)
    lit = _need(path, "", table, "lit", dict)
    for region, option in taps.items():
        _known(path, f"taps.{region}", option, places, "option")
    for option in lit:
        _known(path, f"lit.{option}", option, places, "option")
    for side in ("left", "right", "both"):
        option = _need(path, "sides", sides, side, str)
        _known(path, f"sides.{side}", option, _ids(questions[side_question].options), "option")
    return BodyMap(
        question,
        taps,
        {option: tuple(regions) for option, regions in lit.items()},
        side_question,
        sides["left"],
        sides["right"],
        sides["both"],
    )


def _ids(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options]


def _need(path: Path, where: str, table: Any, key: str, kind: type) -> Any:
    if not isinstance(table, dict) or not isinstance(table.get(key), kind):
        name = f"{where}.{key}" if where else key
        forms: dict[type, str] = {str: '"…"', list: "[…]", dict: "{ … }"}
        message = (
            f"{path}: {name}: this is missing or of the wrong kind.\n  Write {key} = {forms[kind]}."
        )
        raise PictureError(message)
    return table[key]


def _known(path: Path, where: str, name: str, known: Iterable[str], noun: str) -> None:
    known = list(known)
    if name in known:
        return
    close = get_close_matches(name, known, 1)
    remedy = f'Did you mean "{close[0]}"?' if close else f"Known are: {', '.join(known)}."
    message = f'{path}: {where}: the protocol has no {noun} "{name}".\n  {remedy}'
    raise PictureError(message)
