"""Print results as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Table:
    """A table with a heading. The first column stands to the left, the others to the right.

    Attributes:
        title: The heading.
        columns: The names of the columns.
        rows: The rows, one text for each column.
        notes: What stands below.
    """

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        """Add a row."""
        self.rows.append(cells)

    def print(self) -> None:
        """Print it."""
        lines = [self.columns, *self.rows]
        widths = [max(len(line[number]) for line in lines) for number in range(len(self.columns))]
        print(f"\n{self.title}")
        for number, line in enumerate(lines):
            first, *others = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
            print("  " + "  ".join([first.strip().ljust(widths[0]), *others]).rstrip())
            if number == 0:
                print("  " + "  ".join("-" * width for width in widths))
        for note in self.notes:
            print(f"  {note}")
