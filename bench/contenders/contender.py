"""What all contenders are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REQUEST = '{"v": 1, "kind": "step", "answers": {}}'
"""The first thing that each is asked."""

NOTE = """\
<script>
  window.answered = (text) => {
    const { kind } = JSON.parse(text)
    if (kind !== 'ask') throw new Error(`this is no answer: ${text}`)
    window.answeredAt = performance.now()
  }
</script>
"""
"""Stands in every contender's page: when the first answer was there, since the navigation began."""


@dataclass(frozen=True)
class Contender:
    """One way to run the wheel, ready to be served.

    Attributes:
        name: What the table calls it.
        folder: What is served.
        page: The path of the page that starts it.
        is_kept_for_ever: Which paths browsers may keep without asking.
        in_page: A script that runs before the page's own, where the page does not note by itself
            when it had the first answer.
        parts: What the table calls the parts of what is fetched: a name for each path.
        settles: Whether a service worker goes on after the answer, to keep what the next visit needs.
    """

    name: str
    folder: Path
    page: str
    is_kept_for_ever: Callable[[str], bool]
    parts: Callable[[str], str]
    in_page: str = ""
    settles: bool = False
