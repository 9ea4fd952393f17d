"""Timelines: what happens, or what to do, by hour or day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup

from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jinja2 import Environment

__all__ = ["TimelineError", "TimelineStep", "Timelines", "read_timelines", "timeline_html"]


class TimelineError(Exception):
    """The timelines cannot be used; the message names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One step of a timeline.

    Attributes:
        when: The time, in words.
        title: What happens, in a few words.
        text: The same in one to three sentences.
        claims: The claims that it rests on.
    """

    when: str
    title: str
    text: str
    claims: tuple[str, ...]


Timelines: TypeAlias = dict[str, tuple[TimelineStep, ...]]
"""The named timelines of a topic."""


def read_timelines(path: Path) -> Timelines:
    """Read the named timelines of a topic; a topic without the file has none.

    Raises:
        TimelineError: The file is not TOML, or holds mistakes (all are named).
    """
    if not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{path}: cannot be read: {error}. Mend the file; its head shows the form."
        raise TimelineError(message) from error
    problems = list(_problems(path, tables))
    if problems:
        raise TimelineError("\n".join(problems))
    return {
        name: tuple(
            TimelineStep(step["when"], step["title"], step["text"], tuple(step["claims"]))
            for step in table["steps"]
        )
        for name, table in tables.items()
    }


def timeline_html(
    timelines: Timelines, name: str, cite: Callable[..., Markup], *, environment: Environment
) -> Markup:
    """Write one timeline as an ordered list.

    Args:
        timelines: The timelines of the topic.
        name: The one to write.
        cite: Gives the citation mark for claim ids.
        environment: The environment that finds `timeline/timeline.jinja`.

    Raises:
        TimelineError: There is no such timeline.
    """
    if name not in timelines:
        message = f'there is no timeline "{name}". {did_you_mean(name, timelines)}'
        raise TimelineError(message)
    template = environment.get_template("timeline/timeline.jinja")
    return Markup(template.render(steps=timelines[name], cite=cite).strip())  # noqa: S704 - escaped


def _problems(path: Path, tables: dict[str, object]) -> Iterator[str]:
    for name, table in tables.items():
        steps = table.get("steps") if isinstance(table, dict) else None
        if not isinstance(steps, list) or not steps:
            yield f"{path}: {name}: it has no steps. Add [[{name}.steps]]."
            continue
        for number, step in enumerate(steps):
            for key in ("when", "title", "text"):
                if not isinstance(step.get(key), str) or not step[key]:
                    yield f'{path}: {name}.steps[{number}].{key}: missing. Add {key} = "…".'
            claims = step.get("claims")
            if not isinstance(claims, list) or not claims:
                yield f'{path}: {name}.steps[{number}].claims: missing. Add claims = ["the-id"].'
