"""Columns of about the same length.

WeasyPrint can balance columns, but lays them out anew for every height it tries: that takes longer
than all the rest. So what stands in columns is parted here, by the lines that it is likely to take.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

LETTERS_A_LINE = 36
"""About how many letters a line of one of two columns holds."""


def halves(parts: Sequence[T], length: Callable[[T], float]) -> tuple[Sequence[T], Sequence[T]]:
    """Split parts, in their order, where the longer of the two columns is shortest.

    Args:
        parts: What is put into two columns.
        length: How long one part is, in any unit.
    """
    lengths = [length(part) for part in parts]
    cut = min(
        range(len(parts) + 1), key=lambda place: max(sum(lengths[:place]), sum(lengths[place:]))
    )
    return parts[:cut], parts[cut:]


def column_starts(lengths: Sequence[float], count: int) -> list[int]:
    """Where each column but the first begins, so that the longest is shortest.

    Of two ways that are as good, the one with the longer columns first.

    Args:
        lengths: How long each part is, in their order, in any unit.
        count: How many columns there are; few parts take fewer.
    """
    limit = sum(lengths) / count
    while True:
        starts, column, too_short = [], 0.0, []
        for place, length in enumerate(lengths):
            if place and column + length > limit:
                starts.append(place)
                too_short.append(column + length)
                column = 0.0
            column += length
        if len(starts) < count:
            return starts
        limit = min(too_short)


def lines_of(text: str, letters: int) -> int:
    """About how many lines a text takes.

    Args:
        text: The text.
        letters: About how many letters a line holds.
    """
    return max(1, len(wrap(text, letters)))
