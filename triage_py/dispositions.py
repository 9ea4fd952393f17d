"""Disposition: what to do and how soon, ordered by acuity."""

from __future__ import annotations

from enum import IntEnum


class Disposition(IntEnum):
    """What to do and how soon. A higher value is more urgent, so `max` keeps the safer one."""

    SELF_CARE = 0
    """Look after it yourself, and check again on a given day."""
    SOON = 1
    """See someone within days to two weeks."""
    URGENT = 2
    """Get help today."""
    EMERGENCY = 3
    """Call now."""

    @property
    def id(self) -> str:
        """The name used in protocols and JSON: `emergency`, `urgent`, `soon`, `self_care`."""
        return self.name.lower()

    @classmethod
    def from_id(cls, name: str) -> Disposition:
        """Find a disposition by its id.

        Raises:
            KeyError: There is no such disposition.
        """
        return _BY_ID[name]


_BY_ID = {disposition.id: disposition for disposition in Disposition}

MOST_URGENT_FIRST = tuple(sorted(Disposition, reverse=True))
