"""Start a new topic.

    python -m generator.new_topic DIR [--name …] [--about …] [--region …] [--publisher …] [--language …]

At a terminal, what is not said is asked. `make new-topic DIR=…` does the same.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from generator.new_topic.writing import NewTopicError, Wishes, write_topic
from macros.region import RegionError

WISHES = {
    "name": "the name of the site",
    "about": "what it is about, in a few words",
    "region": "whose phone numbers are shown, such as uk",
    "publisher": "who publishes it",
    "language": "the language around your own words, such as en",
}
VARIABLE = "NEW_TOPIC_{}"
"""The environment variable with which `make` hands on each wish, whatever signs are in it."""


def main(arguments: list[str] | None = None) -> int:
    """Write the topic; 1 if it cannot be written."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.new_topic", description="Start a new topic."
    )
    parser.add_argument("folder", nargs="?", default=_from_make("dir"), help="where to write it")
    for wish, help in WISHES.items():
        parser.add_argument(f"--{wish}", default=_from_make(wish), help=help)
    given = parser.parse_args(arguments)
    if not given.folder:
        print("new-topic: where? Say so: make new-topic DIR=../my-topic", file=sys.stderr)
        return 1
    folder = Path(given.folder)
    wishes = Wishes(**{wish: getattr(given, wish) for wish in WISHES})
    try:
        asks = sys.stdin.isatty() and sys.stdout.isatty()
        write_topic(folder, wishes, asks=asks, today=datetime.now(UTC).date())
    except (NewTopicError, RegionError) as error:
        print(f"new-topic: {error}", file=sys.stderr)
        return 1
    print(f'{folder}: written. Its README.md says what comes next:\n  make serve TOPIC="{folder}"')
    return 0


def _from_make(wish: str) -> str | None:
    return os.environ.get(VARIABLE.format(wish.upper())) or None


if __name__ == "__main__":
    sys.exit(main())
