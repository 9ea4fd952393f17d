"""What is still to be written in a new topic: its prompts, and the source that stands for others.

    python -m generator.unwritten FOLDER

A build only tells it, so that a new topic can be seen from the first minute on. Before a release
this check has to pass.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMPT = re.compile(r"\bwrite here\b|\bplaceholder\b", re.IGNORECASE)
"""Prompts of `generator/new_topic/template/`."""
KINDS = {".md", ".toml", ".yml"}
SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A place that waits for its words."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


def unwritten(topic: Path) -> Iterator[Prompt]:
    """The prompts that are left in a topic.

    Args:
        topic: The folder that holds `content/` and `mkdocs.yml`.
    """
    pages = (path for path in (topic / "content").rglob("*") if path.suffix in KINDS)
    for path in [topic / SETTINGS, *sorted(pages)]:
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if PROMPT.search(line):
                yield Prompt(path, number, line.strip())


def told_in_short(topic: Path) -> str:
    """One line for a build; empty when all is written."""
    left = list(unwritten(topic))
    if not left:
        return ""
    return (
        f"{len(left)} places still say “Write here” or name the placeholder, the first in "
        f"{left[0].file}:{left[0].line}. Publish nothing before all are written."
    )


def main(arguments: list[str]) -> int:
    """Tell every prompt that is left; 1 if there are any, 2 if there is no topic."""
    if len(arguments) != 1 or not (Path(arguments[0]) / SETTINGS).is_file():
        print(
            f"unwritten: name a topic's folder, which holds content/ and {SETTINGS}.",
            file=sys.stderr,
        )
        return 2
    left = list(unwritten(Path(arguments[0])))
    for prompt in left:
        print(prompt)
    if left:
        print(f"{len(left)} places are still to be written.", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
