"""One TOML file of the register, with the lines on which its entries stand."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.evidence.errors import EvidenceError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


_WHAT_BREAKS_TOML = (
    "Look at that line and the one before it: text needs quotes at both ends, "
    "a list needs brackets, a key may stand once."
)


@dataclass(frozen=True)
class Document:
    """A file that could be read: its name for messages, its text and its tables."""

    file: str
    text: str = field(repr=False)
    tables: Mapping[str, Any] = field(repr=False)

    def line_of(self, table: str, entry: str | None = None, key: str | None = None) -> int | None:
        """Find the line of an entry's header, or of one of its keys.

        `tomllib` keeps no line numbers, so the text is searched for the usual way of writing.

        Args:
            table: Name of the outer table, such as `claims`.
            entry: Id of the entry; None for the outer table itself.
            key: Key inside the entry; None for the header.

        Returns:
            The line counted from 1: of the key, else of the header; None if neither is found.
        """
        if entry is None:
            header = rf"^\s*\[+\s*{_name(table)}\s*[.\]]|^\s*{_name(table)}\s*[.=]"
        else:
            header = rf"^\s*\[\s*{_name(table)}\s*\.\s*{_name(entry)}\s*[.\]]"
        lines = self.text.splitlines()
        start = _first_match(header, lines, 0)
        if start is None or key is None:
            return None if start is None else start + 1
        end = _first_match(r"^\s*\[", lines, start + 1)
        found = _first_match(rf"^\s*{_name(key)}\s*[.=]", lines[:end], start + 1)
        return (start if found is None else found) + 1


def read_document(path: Path) -> Document:
    """Read one file.

    Args:
        path: A TOML file.

    Raises:
        EvidenceError: The file is no text or no TOML; the one problem names the line.
    """
    file = name_for_messages(path)
    try:
        text = path.read_text(encoding="utf-8")
        return Document(file, text, tomllib.loads(text))
    except UnicodeDecodeError:
        what, line = "this is not text in UTF-8.", None
        remedy = "Save the file again with the encoding UTF-8."
    except tomllib.TOMLDecodeError as error:
        what, line, remedy = _explain_syntax(str(error), text)
    raise EvidenceError([Problem(file, line, "", what, remedy)])


def name_for_messages(path: Path) -> str:
    """Give the path as seen from where the command runs, if the file is below it."""
    path = path.resolve()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def _explain_syntax(message: str, text: str) -> tuple[str, int | None, str]:
    """Say where the TOML breaks and what to look for."""
    place = re.search(r"\(at line (\d+), column \d+\)", message)
    # At the end of the document tomllib names no line.
    line = int(place[1]) if place else len(text.splitlines())
    reason = re.sub(r"\s*\(at .*\)$", "", message)
    if twice := re.search(r"Cannot declare \('(\w+)', '(.+)'\) twice", message):
        return (
            f"[{twice[1]}.{twice[2]}] stands twice in this file.",
            line,
            "Give one of the two another id, or delete it.",
        )
    return (
        f"this is not valid TOML: {reason}.",
        line,
        _WHAT_BREAKS_TOML,
    )


def _name(word: str) -> str:
    """Match a key, bare or in quotes."""
    return rf"""["']?{re.escape(word)}["']?"""


def _first_match(pattern: str, lines: list[str], start: int) -> int | None:
    """Give the index of the first line from `start` on that begins as the pattern says."""
    return next((i for i in range(start, len(lines)) if re.match(pattern, lines[i])), None)
