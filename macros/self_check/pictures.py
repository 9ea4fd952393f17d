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

    from triage_py import Protocol, Question


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


Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The question about the side, and the options that the map needs."""

    question: str
    left: str
    right: str
    both: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The question about the size of the place, and the options that the map needs."""

    question: str
    broad: str
    spot: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """Which options the regions of the body map stand for."""

    question: str
    hint: str
    taps: Mapping[str, str]
    """The option that a tap on a region ticks."""
    lit: Mapping[str, tuple[str, ...]]
    """The regions that an option lights."""
    sides: Sides
    spread: Spread | None
    middle: float
    """Where the drawing is mirrored, in its units from the left."""
    spots: Mapping[str, tuple[float, float]]
    """The middle of a region on the left side."""
    lines: Mapping[str, Points]
    """How the pain of an option runs on the left side."""


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
    question = _question(path, "question", _need(path, "", table, "question", str), protocol)
    places = _ids(question.options)
    taps = _need(path, "", table, "taps", dict)
    lit = _need(path, "", table, "lit", dict)
    marks = _need(path, "", table, "marks", dict) if "marks" in table else {}
    lines = marks.get("lines", {})
    for region, option in taps.items():
        _known(path, f"taps.{region}", option, places, "option")
    for key, named in (("lit", lit), ("marks.lines", lines)):
        for option in named:
            _known(path, f"{key}.{option}", option, places, "option")
    return BodyMap(
        question=question.id,
        hint=table.get("hint", ""),
        taps=taps,
        lit={option: tuple(regions) for option, regions in lit.items()},
        sides=Sides(**_options(path, table, "sides", ("left", "right", "both"), protocol)),
        spread=Spread(**_options(path, table, "spread", ("broad", "spot"), protocol))
        if "spread" in table
        else None,
        middle=_need(path, "marks", marks, "middle", int) if marks else 0,
        spots={
            region: _points(path, f"marks.spots.{region}", numbers)[0]
            for region, numbers in marks.get("spots", {}).items()
        },
        lines={
            option: _points(path, f"marks.lines.{option}", numbers)
            for option, numbers in lines.items()
        },
    )


def _question(path: Path, where: str, name: str, protocol: Protocol) -> Question:
    _known(path, where, name, protocol.questions, "question")
    return protocol.questions[name]


def _options(
    path: Path, table: dict[str, Any], key: str, names: tuple[str, ...], protocol: Protocol
) -> dict[str, str]:
    """A question and those of its options that the map needs, by what it needs them for."""
    part = _need(path, "", table, key, dict)
    question = _question(path, f"{key}.question", _need(path, key, part, "question", str), protocol)
    found = {"question": question.id}
    for name in names:
        found[name] = _need(path, key, part, name, str)
        _known(path, f"{key}.{name}", found[name], _ids(question.options), "option")
    return found


def _points(path: Path, where: str, numbers: Any) -> Points:
    is_list = isinstance(numbers, list) and numbers and len(numbers) % 2 == 0
    if not is_list or not all(isinstance(number, int | float) for number in numbers):
        message = (
            f"{path}: {where}: expected pairs of numbers.\n"
            "  Write [75, 150, 72, 175], across and down for each point."
        )
        raise PictureError(message)
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _ids(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options]


def _need(path: Path, where: str, table: Any, key: str, kind: type) -> Any:
    if not isinstance(table, dict) or not isinstance(table.get(key), kind):
        name = f"{where}.{key}" if where else key
        forms: dict[type, str] = {str: '"…"', list: "[…]", dict: "{ … }", int: "90"}
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
