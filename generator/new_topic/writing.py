"""Fill the template of a topic with what its publisher says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.places import WORKSHOP
from macros.region import read_regions
from macros.topic import REGIONS
from macros.words.reading import FOLDER as WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

TEMPLATE = Path(__file__).with_name("template")
BASE = WORKSHOP / "generator" / "mkdocs-base.yml"
OUR_REGIONS = WORKSHOP / "content" / REGIONS


class NewTopicError(Exception):
    """The topic cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Wishes:
    """What a publisher says of a topic. What is None is asked, or taken from the template.

    Attributes:
        name: The name of the site.
        about: What it is about, in a few words.
        region: An id of the regions whose phone numbers are known.
        publisher: Who publishes it.
        language: The language around the publisher's own words.
    """

    name: str | None = None
    about: str | None = None
    region: str | None = None
    publisher: str | None = None
    language: str | None = None


def write_topic(folder: Path, wishes: Wishes, *, asks: bool, today: date) -> None:
    """Write a topic that builds at once.

    Args:
        folder: Where; it is made, or it is there and empty.
        wishes: What is known already.
        asks: Whether a person sits at a terminal and is asked for the rest.
        today: The day on which its pages were last read.

    Raises:
        NewTopicError: The folder holds something, a wish cannot be had, or nobody can be asked
            for the name. Nothing is written then.
    """
    folder = folder.expanduser().absolute()
    _must_be_free(folder)
    regions, languages = list(read_regions(OUR_REGIONS)), _languages()
    said = {key: value for key, value in asdict(wishes).items() if value is not None}
    _must_be_known("region", said.get("region"), regions)
    _must_be_known("language", said.get("language"), languages)
    if not asks and not said.get("name", "").strip():
        raise NewTopicError(
            "there is no terminal to ask at. Say at least the name: "
            'make new-topic DIR="…" NAME="…", or --name "…".'
        )
    # Only here: loading it takes a while, and what cannot be had is told before.
    from copier import run_copy
    from copier.errors import CopierAnswersInterrupt, CopierError

    context: dict[str, Any] = {
        **said,
        "regions": regions,
        "languages": languages,
        "today": today.isoformat(),
        "next_year": _a_year_after(today).isoformat(),
        "base": way_to_base(folder),
        "topic_quoted": shlex.quote(_way_from_workshop(folder)),
        "slug": slug(folder.name),
    }
    try:
        run_copy(
            str(TEMPLATE), folder, data=context, defaults=not asks, quiet=True, skip_tasks=True
        )
    except (CopierAnswersInterrupt, KeyboardInterrupt) as error:
        raise NewTopicError("stopped. Nothing was written.") from error
    except CopierError as error:
        raise NewTopicError(f"{error}") from error
    shutil.copyfile(OUR_REGIONS, folder / "content" / REGIONS)


def way_to_base(folder: Path) -> str:
    """How the settings of a topic name the file that they inherit, with forward slashes.

    A topic inside the generator's folder moves with it, so its way is relative; any other is not.
    """
    if folder.is_relative_to(WORKSHOP):
        return Path(os.path.relpath(BASE, folder)).as_posix()
    return BASE.as_posix()


def slug(name: str) -> str:
    """A name as an id: small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "topic"


def _way_from_workshop(folder: Path) -> str:
    if folder.is_relative_to(WORKSHOP):
        return folder.relative_to(WORKSHOP).as_posix()
    return folder.as_posix()


def _must_be_free(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NewTopicError(
            f"{folder}: there is something already, and nothing is overwritten. "
            "Name a folder that is empty or not there."
        )


def _must_be_known(what: str, value: str | None, known: Iterable[str]) -> None:
    if value is not None and value not in known:
        raise NewTopicError(f'there is no {what} "{value}". There are: {", ".join(known)}.')


def _languages() -> list[str]:
    return sorted(path.name for path in WORDS.iterdir() if any(path.glob("*.toml")))


def _a_year_after(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
