"""The committed tables of answers and what they lead to: read them, compare them, write them.

Each row is one person, told as what differs from the calm picture: someone whom nothing ails but
plain self-care. A row is there for a change to the protocol that it would notice.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from triage_py import assess

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triage_py import Protocol

FOLDER = Path(__file__).with_name("expected")
RULES = FOLDER / "rule_witnesses.toml"
SMALL_CHANGES = FOLDER / "small_changes.toml"
WRITE_AGAIN = "Write the tables again with: python -m tests.proof.write_expected"


class Told(NamedTuple):
    """What a person is told, as far as the tables hold it."""

    disposition: str
    pattern: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One person, what the protocol tells them, and the change that they would notice."""

    notices: str
    changes: Mapping[str, object]
    told: Told


def tell(protocol: Protocol, raw: Mapping[str, object]) -> Told:
    """What the engine tells someone with these answers."""
    found = assess(protocol, raw)
    reasons = tuple(rule.id for rule in found.reasons)
    return Told(found.disposition.id, found.pattern.id, reasons)


def read_table(path: Path) -> tuple[dict[str, object], list[Row]]:
    """The calm picture and the rows of a table; empty where there is no table yet."""
    if not path.exists():
        return {}, []
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [_row(table) for table in raw["row"]]
    return raw["calm"], rows


def _row(table: Mapping[str, Any]) -> Row:
    told = Told(table["disposition"], table["pattern"], tuple(table["reasons"]))
    return Row(table["notices"], table["changes"], told)


def write_table(path: Path, heading: str, calm: Mapping[str, object], rows: Iterable[Row]) -> None:
    """Write a table that `read_table` reads, one line for each thing told."""
    lines = [f"# {line}" for line in heading.splitlines()]
    lines += ["", "[calm]", *(f"{key} = {_value(value)}" for key, value in calm.items())]
    for row in rows:
        changes = ", ".join(f"{key} = {_value(value)}" for key, value in row.changes.items())
        lines += [
            "",
            "[[row]]",
            f"notices = {_value(row.notices)}",
            f"changes = {{ {changes} }}" if changes else "changes = {}",
            f"disposition = {_value(row.told.disposition)}",
            f"pattern = {_value(row.told.pattern)}",
            f"reasons = {_value(list(row.told.reasons))}",
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _value(value: object) -> str:
    """Texts, lists of texts and numbers are written in TOML as in JSON."""
    return json.dumps(value, ensure_ascii=False)
