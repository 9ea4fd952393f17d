"""Read typed values out of a parsed file, collecting every problem instead of stopping at one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from triage_py.errors import Problem, did_you_mean

Raw: TypeAlias = "Mapping[str, Any]"

ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


class Findings:
    """The problems found so far, each with its line where the text of the file is at hand."""

    def __init__(self, text: str = "") -> None:
        self.problems: list[Problem] = []
        self._lines = text.splitlines()

    def add(self, where: str, what: str, remedy: str) -> None:
        """Note one problem at a key path such as `rules.leak.when`."""
        self.problems.append(Problem(where, what, remedy, self.line_of(where)))

    def line_of(self, where: str) -> int | None:
        """The line of the key, or of the nearest table header above it."""
        keys = re.sub(r"\[\d+\]", "", where).split(".")
        for depth in range(len(keys), 0, -1):
            header = f"[{'.'.join(keys[:depth])}]"
            for number, line in enumerate(self._lines, 1):
                if line.split("#")[0].strip() == header:
                    return self._line_of_key(keys[depth], number) if keys[depth:] else number
        return None

    def _line_of_key(self, key: str, header: int) -> int:
        """The line of a key below a header; the header's own where the key is not there."""
        for number, line in enumerate(self._lines[header:], header + 1):
            if line.startswith("["):
                break
            if re.match(rf'"?{re.escape(key)}"?\s*[.=]', line.strip()):
                return number
        return header


class Table:
    """One table of the file, its key path, and where problems go."""

    def __init__(self, raw: object, path: str, findings: Findings) -> None:
        self.path = path
        self.findings = findings
        self.raw: Raw = {}
        if isinstance(raw, Mapping):
            self.raw = raw
        else:
            self.problem("", f"expected a table, found {name_of(raw)}.", f"Write [{path}].")

    def problem(self, key: str, what: str, remedy: str) -> None:
        """Note a problem with one key of this table (or with the table, for an empty key)."""
        self.findings.add(".".join(part for part in (self.path, key) if part), what, remedy)

    def only(self, *known: str) -> None:
        """Refuse keys that nobody would read: a misspelt key must not be lost in silence."""
        for key in self.raw:
            if key not in known:
                self.problem(str(key), "this key is not known here.", did_you_mean(str(key), known))

    def text(self, key: str, *, default: str | None = None) -> str:
        """A string. Without a default it must be there and not be blank."""
        value = self.raw.get(key, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        if value is None:
            self.problem(key, "this text is missing.", f'Add {key} = "…".')
        else:
            self.problem(key, f"expected a text, found {name_of(value)}.", f'Write {key} = "…".')
        return default or ""

    def check_id(self, key: str, id: object) -> None:
        """Note an id that conditions could not name."""
        if not ID.fullmatch(str(id)):
            remedy = 'Use lower-case words joined by hyphens, such as "first-question".'
            self.problem(key, "this is no usable id.", remedy)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings, empty where the key is not there."""
        value = self.raw.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            if required and not value:
                self.problem(key, "this list is missing or empty.", f'Add {key} = ["…"].')
            return tuple(value)
        self.problem(key, "expected a list of texts.", f'Write {key} = ["…", "…"].')
        return ()

    def whole(self, key: str, *, default: int | None = None, least: int = 0) -> int:
        """A whole number that is not below `least`."""
        value = self.raw.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        found = "this number is missing." if value is None else f"found {name_of(value)}."
        self.problem(key, found, f"Write {key} = a whole number, {least} or more.")
        return default or least

    def yes(self, key: str) -> bool:
        """True where the key is there and true."""
        value = self.raw.get(key, False)
        if isinstance(value, bool):
            return value
        self.problem(
            key, f"expected true or false, found {name_of(value)}.", f"Write {key} = true."
        )
        return False

    def day(self, key: str) -> date:
        """A date, as TOML has it or as an ISO text (as in the compiled protocol)."""
        value = self.raw.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.problem(key, f"expected a date, found {name_of(value)}.", f"Write {key} = 2026-01-31.")
        return date.min

    def tables(self, key: str, *, required: bool = False) -> dict[str, Table]:
        """The sub-tables by id, in the order of the file."""
        raw = self.raw.get(key, {})
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(raw, Mapping):
            self.problem(key, f"expected tables, found {name_of(raw)}.", f"Write [{path}.some-id].")
            return {}
        if required and not raw:
            self.problem(key, "there is none.", f"Add at least one [{path}.some-id].")
        for id in raw:
            self.check_id(f"{key}.{id}", id)
        return {str(id): Table(item, f"{path}.{id}", self.findings) for id, item in raw.items()}


def name_of(value: object) -> str:
    """The kind of a value in plain words, with the value where it is short."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}" if abs(value) < 1e15 else "a huge number"
        case str():
            return f'the text "{value}"' if len(value) <= 40 else "a long text"
        case list():
            return "a list"
        case Mapping():
            return "a table"
        case _:
            return f"a {type(value).__name__}"
