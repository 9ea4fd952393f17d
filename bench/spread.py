"""What several runs came to."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Spread:
    """The middle and the ends of some measurements, all in one unit.

    Attributes:
        median: The middle.
        least: The smallest.
        most: The largest.
        runs: How many were counted.
    """

    median: float
    least: float
    most: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Sum up measurements; there must be at least one."""
        return cls(statistics.median(values), min(values), max(values), len(values))

    def told(self, unit: str, digits: int = 0) -> str:
        """For a table: the median, and the range where there was more than one run."""
        middle = f"{self.median:,.{digits}f} {unit}"
        if self.runs == 1:
            return middle
        return f"{middle} ({self.least:,.{digits}f} to {self.most:,.{digits}f})"

    def as_json(self) -> dict[str, Any]:
        """For the results file, to a thousandth."""
        return {key: round(value, 3) for key, value in asdict(self).items()}
