"""When pages and protocol are due to be read again: a build warns in time, a check fails when late.

    python -m generator.review_dates [--content content] [--today 2026-11-24]

Today is taken from `--today`, else from the variable REVIEW_TODAY, else from the clock: never from
SOURCE_DATE_EPOCH, which stands still.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils.meta import get_data

from macros.topic import EVIDENCE, PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Iterator

WARN_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Review:
    """The review that something in the content folder is due for.

    Attributes:
        file: Which file.
        reviewed: When it was read against its sources; None if it does not say.
        due: When that has to be done again; None if it does not say.
    """

    file: Path
    reviewed: date | None
    due: date | None

    def problem(self, today: date) -> str:
        """What is wrong with it today, and the remedy; empty if nothing is."""
        if self.reviewed is None or self.due is None:
            missing = "reviewed" if self.reviewed is None else "review_due"
            return f'{self.file}: there is no "{missing}". Add a date, such as {missing}: {today}.'
        if self.due <= self.reviewed:
            return f"{self.file}: review_due {self.due} is not after reviewed {self.reviewed}."
        if self.due < today:
            return (
                f"{self.file}: its review was due on {self.due}. Read it against its sources, "
                "then set reviewed and review_due."
            )
        return ""

    def warning(self, today: date) -> str:
        """That its review comes near; empty while it is far or when it is late."""
        if self.problem(today) or self.due is None or self.due - today > WARN_BEFORE:
            return ""
        days = (self.due - today).days
        return f"{self.file}: its review is due on {self.due}, in {days} days."


def read_reviews(content: Path) -> Iterator[Review]:
    """Read the dates of every page and of the protocol.

    Args:
        content: The folder of the pages.
    """
    for page in sorted(content.rglob("*.md")):
        if not page.is_relative_to(content / EVIDENCE):  # notes for editors, not a page
            _, settings = get_data(page.read_text(encoding="utf-8"))
            yield _review(page, settings)
    protocol = content / PROTOCOL
    yield _review(protocol, tomllib.loads(protocol.read_text(encoding="utf-8"))["protocol"])


def review_messages(content: Path, today: date) -> tuple[list[str], list[str]]:
    """What to say about all reviews: first what is late or missing, then what comes near."""
    reviews = list(read_reviews(content))
    problems = [review.problem(today) for review in reviews]
    warnings = [review.warning(today) for review in reviews]
    return [text for text in problems if text], [text for text in warnings if text]


def day_of_today(given: str | None = None) -> date:
    """The day on which dates are judged.

    Raises:
        ValueError: What was given is no date.
    """
    text = given or os.environ.get("REVIEW_TODAY")
    return date.fromisoformat(text) if text else datetime.now(UTC).date()


def main(arguments: list[str] | None = None) -> int:
    """Tell what is late and what comes near; 1 if anything is late, 2 if today is no date."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.review_dates", description="Check when reviews are due."
    )
    parser.add_argument("--content", type=Path, default=Path("content"), help="the pages' folder")
    parser.add_argument("--today", help="judge as on this day, such as 2026-11-24")
    given = parser.parse_args(arguments)
    try:
        today = day_of_today(given.today)
    except ValueError:
        print("today: it is no date. Write it like 2026-11-24.", file=sys.stderr)
        return 2
    problems, warnings = review_messages(given.content, today)
    for text in [*problems, *warnings]:
        print(text, file=sys.stderr)
    return 1 if problems else 0


def _review(file: Path, settings: dict[str, Any]) -> Review:
    dates = (_date(settings.get(key)) for key in ("reviewed", "review_due"))
    return Review(file, *dates)


def _date(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


if __name__ == "__main__":
    sys.exit(main())
