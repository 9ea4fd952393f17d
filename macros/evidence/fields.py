"""Which keys a claim and a source have, and what each may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from macros.evidence.errors import did_you_mean, sentences
from macros.evidence.register import KINDS, STRENGTHS, URGENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True)
class Fault:
    """What is wrong with one value, and what to do about it. An empty remedy: see the example."""

    what: str
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One key of an entry."""

    check: Callable[[object], Fault | None]
    example: str
    """The right side of the line as an editor would write it."""
    required: bool = True


def faults_of(value: object, key: str, field: Field) -> Fault | None:
    """Check one value.

    Args:
        value: What the file holds.
        key: Its key, for the example in the remedy.
        field: What the key may hold.

    Returns:
        The fault with its remedy, or None if the value is right.
    """
    fault = field.check(value)
    if fault is None or fault.remedy:
        return fault
    return Fault(fault.what, f"Write it such as: {key} = {field.example}")


def _text(value: object) -> Fault | None:
    if not isinstance(value, str):
        return Fault(f"this is {_kind_of(value)}, but it must be text in quotes.")
    return None if value.strip() else Fault("this is empty.")


def _yes_or_no(value: object) -> Fault | None:
    if isinstance(value, bool):
        return None
    return Fault(f"this is {_kind_of(value)}, but it must be true or false, without quotes.")


def _year(value: object) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return Fault(f"this is {_kind_of(value)}, but it must be a year, without quotes.")
    return None if 1000 <= value <= 9999 else Fault("a year has four digits.")


def _web_address(value: object) -> Fault | None:
    if not isinstance(value, str):
        return _text(value)
    try:
        parts = urlsplit(value)
    except ValueError:  # such as an address with one square bracket
        return Fault("this is not a web address.")
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    if is_web and not re.search(r"\s", value):
        return None
    return Fault(
        "this is not a web address: it must begin with https:// or http:// and hold no spaces.",
        "Copy the whole address from the browser. If there is none, delete this line.",
    )


def _one_of(words: Sequence[str], noun: str) -> Callable[[object], Fault | None]:
    def check(value: object) -> Fault | None:
        if not isinstance(value, str):
            return _text(value)
        if value in words:
            return None
        return Fault(
            f'there is no {noun} "{value}".',
            sentences(did_you_mean(value, words), f"Choose one of: {', '.join(words)}."),
        )

    return check


def _numbers(value: object) -> Fault | None:
    if not isinstance(value, dict):
        return Fault(
            f"this is {_kind_of(value)}, but each number needs a name.",
            "Write one line for each, the unit in the name, such as: numbers.wait_hours = [24, 48]",
        )
    for name, figure in value.items():
        figures = figure if isinstance(figure, list) else [figure]
        if not figures or not all(_is_figure(item) for item in figures):
            return Fault(
                f'"{name}" holds {_kind_of(figure)} that is no number.',
                f"Write a number, a range or a short text, such as: numbers.{name} = [24, 48]",
            )
    return None


def _source_ids(value: object) -> Fault | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return Fault(f"this is {_kind_of(value)}, but it must be a list of source ids in quotes.")
    if not value:
        return Fault(
            "this claim has no source.",
            'Name at least one source that says so, such as: supports = ["its-id"]. '
            "A claim without one cannot stand in the register.",
        )
    twice = next((item for item in value if value.count(item) > 1), None)
    if twice is not None:
        return Fault(f'"{twice}" stands here twice.', "Name each source once.")
    return None


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float | str) and not isinstance(value, bool)


def _kind_of(value: object) -> str:
    """Name a TOML type in an editor's words."""
    names: Mapping[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a group of keys",
    }
    return names.get(type(value), "a date")


SOURCE_FIELDS: Mapping[str, Field] = {
    "org_or_authors": Field(check=_text, example='"Who wrote or published it"'),
    "title": Field(check=_text, example='"Its title, as published"'),
    "year": Field(check=_year, example="2016", required=False),
    "url": Field(check=_web_address, example='"https://example.org/page"', required=False),
    "kind": Field(check=_one_of(KINDS, "kind"), example='"guideline"'),
    "seen": Field(check=_yes_or_no, example="true"),
    "copy_read": Field(check=_yes_or_no, example="true", required=False),
    "note": Field(check=_text, example='"abstract read"', required=False),
}

CLAIM_FIELDS: Mapping[str, Field] = {
    "topic": Field(check=_text, example='"subject"'),
    "statement": Field(check=_text, example='"One sentence in our own words."'),
    "numbers": Field(check=_numbers, example="{ days = 7 }", required=False),
    "supports": Field(check=_source_ids, example='["id-of-a-source"]'),
    "strength": Field(check=_one_of(STRENGTHS, "strength"), example='"moderate"'),
    "seed": Field(check=_yes_or_no, example="true", required=False),
    "urgency": Field(check=_one_of(URGENCIES, "urgency"), example='"soon"', required=False),
    "note": Field(check=_text, example='"what to mind"', required=False),
}
