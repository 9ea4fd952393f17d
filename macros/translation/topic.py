"""One language of a topic: its files of texts put over the topic's own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.figure import read_figures
from macros.region import Regions
from macros.self_check import Pictures
from macros.topic import FIGURES, PROTOCOL, REGIONS, TIMELINES
from macros.translation import texts as schemas
from macros.translation.checks import translation_problems
from macros.translation.errors import TranslationError
from macros.translation.texts import texts_of, with_texts
from triage_py import build_protocol

if TYPE_CHECKING:
    from macros.self_check import BodyMap, ExpectedCourse
    from macros.timeline import Timelines
    from macros.topic import Topic
    from triage_py import Protocol

HEAD = "translation"
"""The table of a translated protocol that says whose work it is."""
FIGURE_WORDS = "figures.toml"


def translated_file(content: Path, language: str, name: str) -> Path:
    """The file that holds the texts of a topic's file in another language."""
    return content / language / name


def translate_topic(topic: Topic, content: Path, language: str) -> Topic:
    """The topic in another language.

    Protocol, regions and the pictures of the self-check are translated whole. Figures and
    timelines are there as far as they are translated: pages of the language may show no others.

    Args:
        topic: The topic as it is written.
        content: Its folder; the translation stands in the folder of the language in it.
        language: The tag of the language.

    Raises:
        TranslationError: A file is missing or not TOML, lacks texts or has too many, tells other
            numbers, or translates another version of the protocol.
    """
    reading = _Reading(content, language, [])
    protocol_texts = reading.whole(PROTOCOL, schemas.PROTOCOL)
    regions = reading.whole(REGIONS, schemas.REGIONS)
    folder = Path(PROTOCOL).parent
    course = reading.whole(str(folder / "course.toml"), schemas.COURSE)
    body_map = reading.whole(str(folder / "body-map.toml"), schemas.BODY_MAP)
    timelines = reading.part(TIMELINES, reading.original(TIMELINES), schemas.TIMELINES)
    figure_tables = _figure_tables(reading, content / FIGURES)
    figures = reading.part(FIGURE_WORDS, figure_tables, {schemas.ANY: schemas.FIGURE})
    head = reading.head(topic.protocol)
    if reading.problems:
        raise TranslationError("\n".join(reading.problems))
    return replace(
        topic,
        protocol=_protocol(topic, reading, protocol_texts, head),
        regions=Regions(
            (id, replace(region, **regions["regions"][id])) for id, region in topic.regions.items()
        ),
        pictures=Pictures(
            {id: _course(found, course[id]) for id, found in topic.pictures.courses.items()},
            _body_map(topic.pictures.body_map, body_map),
        ),
        timelines=_timelines(topic.timelines, timelines),
        figures=read_figures(
            content / FIGURES,
            lambda name, table: (
                with_texts(table, schemas.FIGURE, figures[name]) if name in figures else None
            ),
        ),
        vignettes=(),
    )


@dataclass
class _Reading:
    """The files of one translation while they are read; what is wrong is collected."""

    content: Path
    language: str
    problems: list[str]

    def whole(self, name: str, schema: schemas.Schema) -> dict[str, Any]:
        """The texts of a file, all of them translated; nothing where the topic has no such file."""
        texts = texts_of(self.original(name), schema)
        # A file with one text is written as a table all the same.
        wanted = texts if isinstance(texts, dict) else dict(self._only(schema, texts))
        own = self.translated(name, needed=bool(wanted))
        if own is not None:
            own.pop(HEAD, None)
            self._compare(wanted, own, name)
        return own or {}

    def part(self, name: str, original: dict[str, Any], schema: schemas.Schema) -> dict[str, Any]:
        """The texts of a file as far as they are translated: each of its tables whole or not at all."""
        own = self.translated(name, needed=False) or {}
        texts = texts_of(original, schema)
        self._compare({id: texts[id] for id in own if id in texts}, own, name)
        return own

    def head(self, protocol: Protocol) -> dict[str, Any]:
        """Whose work the translation is, and of which version of the protocol."""
        file = translated_file(self.content, self.language, PROTOCOL)
        head: dict[str, Any] = (self.translated(PROTOCOL, needed=False) or {}).get(HEAD, {})
        known = {"version", "reviewed", "reviewer"}
        missing = ", ".join(sorted(known - head.keys()))
        if missing:
            self.problems.append(
                f"{file}: {HEAD}: {missing}: missing. Write the version of the protocol that is "
                'translated, the date, and reviewer = "" until a clinician has read it.'
            )
        elif not isinstance(head["reviewed"], date):
            self.problems.append(f"{file}: {HEAD}.reviewed: this is no date. Write 2026-01-31.")
        elif head["version"] != protocol.version:
            self.problems.append(
                f"{file}: {HEAD}.version: it translates version {head['version']}, and the "
                f"protocol is at {protocol.version}. Go through what changed, then write "
                f'version = "{protocol.version}".'
            )
        return head

    def original(self, name: str) -> dict[str, Any]:
        """The topic's own file; nothing where there is none."""
        path = self.content / name
        return self._parsed(path) if path.exists() else {}

    def translated(self, name: str, *, needed: bool) -> dict[str, Any] | None:
        """The file of the translation; None where it is not there or cannot be read."""
        path = translated_file(self.content, self.language, name)
        if path.exists():
            return self._parsed(path)
        if needed:
            self.problems.append(
                f"{path}: this file is missing. It holds the texts of {self.content / name}."
            )
        return None

    def _parsed(self, path: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = f"{path}: cannot be read: {error}. Mend the line it names."
            raise TranslationError(message) from error

    def _compare(self, texts: Any, own: Any, name: str) -> None:
        file = translated_file(self.content, self.language, name)
        self.problems += translation_problems(texts, own, str(file))

    @staticmethod
    def _only(schema: schemas.Schema, text: str) -> dict[str, str]:
        return {next(iter(schema)): text}


def _protocol(
    topic: Topic, reading: _Reading, texts: dict[str, Any], head: dict[str, Any]
) -> Protocol:
    raw = with_texts(reading.original(PROTOCOL), schemas.PROTOCOL, texts)
    raw["protocol"] |= {
        "language": reading.language,
        "reviewed": head["reviewed"],
        "review_due": topic.protocol.review_due,
        "reviewer": head["reviewer"],
    }
    return build_protocol(raw, str(translated_file(reading.content, reading.language, PROTOCOL)))


def _figure_tables(reading: _Reading, folder: Path) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml")):
        tables |= reading.original(str(path.relative_to(reading.content))).get("figures", {})
    return tables


def _course(course: ExpectedCourse, texts: dict[str, Any]) -> ExpectedCourse:
    stretches = zip(course.stretches, texts["stretches"], strict=True)
    return replace(
        course,
        caption=texts.get("caption", ""),
        stretches=tuple(replace(stretch, **own) for stretch, own in stretches),
    )


def _body_map(body_map: BodyMap | None, texts: dict[str, Any]) -> BodyMap | None:
    return replace(body_map, hint=texts.get("hint", "")) if body_map else None


def _timelines(timelines: Timelines, texts: dict[str, Any]) -> Timelines:
    return {
        name: tuple(
            replace(step, **own) for step, own in zip(timelines[name], table["steps"], strict=True)
        )
        for name, table in texts.items()
    }
