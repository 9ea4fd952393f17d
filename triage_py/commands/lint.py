"""`python -m triage_py lint PROTOCOL`: every problem at once, with line, reason and remedy."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from triage_py.lint import lint

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Report the problems of a protocol and return the exit code.

    Returns:
        0 where there is no problem, 1 where there are some, 2 where the file cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m triage_py lint",
        description="Report every problem of a protocol at once: line, what is wrong, what to do.",
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--today",
        metavar="DATE",
        help="judge the date of the review as on this day, such as 2026-11-24; else the variable "
        "REVIEW_TODAY, else the clock",
    )
    given = parser.parse_args(arguments)
    try:
        today = _day(given.today or os.environ.get("REVIEW_TODAY"))
    except ValueError:
        print("--today: it is no date. Write it like 2026-11-24.", file=sys.stderr)
        return 2
    try:
        text = given.protocol.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        print(
            f"{given.protocol}: cannot read the protocol: {reason}. Check the path and file.",
            file=sys.stderr,
        )
        return 2
    report = lint(text, str(given.protocol), today)
    if given.json:
        print(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
    else:
        print("\n".join(report.lines()))
    return 1 if report.findings else 0


def _day(given: str | None) -> date:
    return date.fromisoformat(given) if given else datetime.now(UTC).date()
