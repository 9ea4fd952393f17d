"""The guide's part of the site: collect the pages, print the editions, list them for a page."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.guide import GuideContent, GuidePage, build_guide, planned_editions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from macros.region import Region
    from macros.topic import Topic

FOLDER = "guide"


class PrintedEditions:
    """Collects pages while they are made, and prints them at the end.

    Args:
        root: The project's folder.
        config: MkDocs' settings; `extra.guide` says what is printed.
        topic: What the pages were made from.
        region: Whose numbers are called.
    """

    def __init__(self, root: Path, config: MkDocsConfig, topic: Topic, region: Region) -> None:
        self._root = root
        self._config = config
        self._topic = topic
        self._region = region
        self._settings: dict[str, Any] = config.extra["guide"]
        self._pages: dict[str, GuidePage] = {}
        self.claims_used: Sequence[str] = ()

    def start_anew(self) -> None:
        """Forget the pages of an earlier build."""
        self._pages.clear()

    def take(self, page: Page, html: str) -> None:
        """Keep a page that the guide prints."""
        key = page.file.src_uri
        if key in self._settings["pages"]:
            self._pages[key] = GuidePage(key, str(page.title), html, dict(page.meta), page.url)

    def listed(self) -> list[dict[str, Any]]:
        """The editions for a page that offers them."""
        return [
            {
                "title": edition.title,
                "text": edition.text,
                "file": f"{FOLDER}/{edition.file}",
                "picture": f"{FOLDER}/{edition.picture}",
                "width": edition.picture_size[0],
                "height": edition.picture_size[1],
            }
            for edition in planned_editions(self._settings)
        ]

    def write(self, site: Path) -> None:
        """Print the editions, or take them from the cache, and write them into the site.

        Raises:
            GuideError: An edition cannot be printed; the message says which and why.
        """
        content = GuideContent(
            settings=self._settings,
            pages=tuple(self._pages[key] for key in self._settings["pages"] if key in self._pages),
            topic=self._topic,
            region=self._region,
            claims_used=tuple(self.claims_used),
            publisher=self._config.extra.get("publisher", {}),
            site_name=self._config.site_name,
            site_url=self._config.site_url or "",
            fonts=self._root / str(self._config.theme.custom_dir) / "assets" / "fonts",
        )
        folder = site / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for edition in build_guide(content, self._root / ".cache" / "guide"):
            shutil.copyfile(edition.path, folder / edition.file)
            shutil.copyfile(edition.picture_path, folder / edition.picture)
