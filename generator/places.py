"""Where the generator stands, and where the topic stands that it makes a site of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

WORKSHOP = Path(__file__).resolve().parents[1]
"""The folder of the generator, after the set-up: its code, its tools and its locks."""


@dataclass(frozen=True)
class Places:
    """The folders of one build.

    Attributes:
        workshop: The generator's folder.
        topic: The folder of the topic's `mkdocs.yml`. Its site and what is kept for it stand there
            too, so that topics never mix.
        content: The topic's pages and data.
    """

    workshop: Path
    topic: Path
    content: Path

    @classmethod
    def of(cls, config: MkDocsConfig) -> Places:
        """The places as the settings have them."""
        return cls(WORKSHOP, Path(config.config_file_path).absolute().parent, Path(config.docs_dir))

    @property
    def look(self) -> Path:
        """Templates, style sheets, scripts and fonts of every site."""
        return self.workshop / "site_overrides"

    @property
    def tools_cache(self) -> Path:
        """What is kept for all topics, by the digest of what it was made from."""
        return self.workshop / ".cache"

    @property
    def cache(self) -> Path:
        """What is kept for this topic alone."""
        return self.topic / ".cache"


def add_look(config: MkDocsConfig, places: Places) -> None:
    """Put the look of every site below the topic's own, which goes first where there is one."""
    look = str(places.look)
    if not any(Path(folder).resolve() == places.look for folder in config.theme.dirs):
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, look)
    if look not in config.watch:
        config.watch.append(look)
