"""Read the topic once for as long as its files stay the same: a preview builds at every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.topic import Topic, read_topic

if TYPE_CHECKING:
    from pathlib import Path


class KeptTopic:
    """The topic that was read last."""

    def __init__(self) -> None:
        self._files: list[tuple[str, int, int]] = []
        self._topic: Topic | None = None

    def read(self, content: Path) -> Topic:
        """The topic of a content folder; see `read_topic` for what it raises."""
        files = [
            (str(path), path.stat().st_mtime_ns, path.stat().st_size)
            for path in sorted(content.rglob("*.toml"))
        ]
        if self._topic is None or files != self._files:
            self._topic = read_topic(content)
            self._files = files
        return self._topic
