"""What a section gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from bench.table import Table


@dataclass(frozen=True)
class Bench:
    """What sections are told.

    Attributes:
        root: The project's folder, with a built site.
        runs: How many runs of each start are counted.
    """

    root: Path
    runs: int


@dataclass(frozen=True)
class Outcome:
    """What a section found.

    Attributes:
        tables: To print.
        results: To write down.
    """

    tables: list[Table]
    results: dict[str, Any]
