"""Two columns of about the same length."""

from __future__ import annotations

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
