"""Answers as a person or a program hands them to a command: a JSON file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from triage_py.errors import MessageError, Problem
from triage_py.messages import read_json

LARGEST_INPUT = 1_000_000
"""Characters of answers that are read at most."""


def read_answers_file(file: str) -> tuple[object, str]:
    """Read raw answers from a file, or from standard input for `-`.

    Returns:
        What the JSON holds, not yet checked, and the name to use in messages.

    Raises:
        MessageError: The file cannot be read, is too long, or is not JSON.
    """
    name = "standard input" if file == "-" else file
    return read_json(_read(file, name), name), name


def _read(file: str, name: str) -> str:
    try:
        if file == "-":
            text = sys.stdin.read(LARGEST_INPUT + 1)
        else:
            with Path(file).open(encoding="utf-8-sig") as stream:
                text = stream.read(LARGEST_INPUT + 1)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        problem = Problem("", f"cannot read the answers: {reason}.", "Check the path and the file.")
        raise MessageError([problem], name) from error
    if len(text) > LARGEST_INPUT:
        what = f"the answers are longer than {LARGEST_INPUT:,} characters."
        raise MessageError([Problem("", what, "Give the answers only.")], name)
    return text
