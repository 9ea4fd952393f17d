"""The size of the letters on the self-check sheet: the largest at which it fits its sides."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.guide.content import GuideError

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.paper_self_check import Item, PaperSelfCheck

SIDES = 4
"""Two sheets of A4, or one sheet of A3 that is folded once."""
SIZES = (12.0, 11.75, 11.5, 11.25, 11.0)
"""In points, the best first. Below these a person in pain could not read it."""


def fitting_size(paper: PaperSelfCheck, count_pages: Callable[[float], int]) -> float:
    """Find the largest size at which the sheet takes its sides and no more.

    Args:
        paper: What is printed.
        count_pages: Lays the sheet out at a size and counts its sides.

    Raises:
        GuideError: It does not fit; the message names the questions that take the most room.
    """
    largest = bisect_left(SIZES, x=True, key=lambda size: count_pages(size) <= SIDES)
    if largest < len(SIZES):
        return SIZES[largest]
    longest = sorted(paper.items, key=_room, reverse=True)[:3]
    raise GuideError(
        f"the self-check on paper does not fit on {SIDES} sides at {SIZES[-1]:g} pt.\n"
        "  Merge options that lead to the same advice. The questions that take the most room: "
        + ", ".join(item.question for item in longest)
        + "."
    )


def _room(item: Item) -> int:
    """About how much room a question takes: its letters, and a line for each box."""
    return sum(len(box.text) + len(box.hint) + 30 for box in item.boxes) + len(item.text)
