"""Read the topic once for as long as its files stay the same: a preview builds at every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.topic import Topic, read_topic
from macros.translation import translate_topic

if TYPE_CHECKING:
    from pathlib import Path


class KeptTopic:
    """The topic that was read last, in each language."""

    def __init__(self) -> None:
        self._files: list[tuple[str, int, int]] = []
        self._topic: Topic | None = None
        self._translations: dict[str, Topic] = {}

    def read(self, content: Path) -> Topic:
        """The topic of a content folder; see `read_topic` for what it raises."""
        files = [
            (str(path), path.stat().st_mtime_ns, path.stat().st_size)
            for path in sorted(content.rglob("*.toml"))
        ]
        if self._topic is None or files != self._files:
            self._translations.clear()
            self._topic = read_topic(content)
            self._files = files
        return self._topic

    def translate(self, topic: Topic, content: Path, language: str) -> Topic:
        """The topic in another language; see `translate_topic` for what it raises.

        Args:
            topic: What `read` gave last.
            content: The content folder that it was read from.
            language: The tag of the language.
        """
        if topic is not self._topic:
            return translate_topic(topic, content, language)
        if language not in self._translations:
            self._translations[language] = translate_topic(topic, content, language)
        return self._translations[language]
