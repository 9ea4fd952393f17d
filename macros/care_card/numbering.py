"""The numbers of the care cards, so that ids differ."""

from __future__ import annotations


class CardNumbers:
    """Counts the cards of one build, from page to page.

    Attributes:
        last: The number of the last card; 0 before the first.
    """

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The number of the next card."""
        self.last += 1
        return self.last
