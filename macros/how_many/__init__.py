"""Numbers that pages tell of themselves, counted when the site is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

    from macros.topic import Topic

__all__ = ["COUNTED", "how_many"]

COUNTED = ("claims", "sources", "rules", "cases")
"""What can be counted: statements that readers meet, their sources, rules, written cases."""


def how_many(what: str, topic: Topic, claims_used: Collection[str]) -> int:
    """Count one kind of thing.

    Args:
        what: One of `COUNTED`.
        topic: Where the things are.
        claims_used: Every claim that readers meet.

    Raises:
        ValueError: Nothing of this name is counted.
    """
    match what:
        case "claims":
            return len(claims_used)
        case "sources":
            return len(topic.source_numbers(claims_used))
        case "rules":
            return len(topic.protocol.rules)
        case "cases":
            return len(topic.vignettes)
    raise ValueError(f'"{what}" is not counted. {did_you_mean(what, COUNTED)}')
