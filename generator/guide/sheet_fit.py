"""Whether the self-check fits on its sheet, and what to do where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.paper_self_check import Item, PaperSelfCheck

SIDES = 4
"""One sheet of A3 that is folded once, or two sheets of A4."""


def too_long(paper: PaperSelfCheck) -> str:
    """What an author is told where the sheet takes more than its sides.

    Smaller letters are no way out: a person in pain could not read them.

    Args:
        paper: What is printed.
    """
    longest = sorted(paper.items, key=_room, reverse=True)[:3]
    return (
        f"the self-check on paper does not fit on {SIDES} sides of A4 at 12 pt.\n"
        "  Merge options that lead to the same advice. The questions that take the most room: "
        + ", ".join(item.question for item in longest)
        + "."
    )


def _room(item: Item) -> int:
    """About how much room a question takes: its letters, and a line for each box."""
    return sum(len(box.text) + len(box.hint) + 30 for box in item.boxes) + len(item.text)
