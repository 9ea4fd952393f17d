"""The guide's part of the site: collect the pages, print the editions, list them for a page."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.guide import GuideContent, GuidePage, build_guide, logo_of, planned_editions
from generator.kept_editions import KeptEditions, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from generator.languages import Language, Languages
    from generator.places import Places

FOLDER = "guide"
FILES = ("file", "picture")
log = logging.getLogger("mkdocs.plugins.generator")


class PrintedEditions:
    """Collects pages while they are made, and prints them at the end.

    Args:
        places: The folders of this build.
        config: MkDocs' settings; `extra.guide` says what is printed.
        languages: What the pages were made from, in each language.
    """

    def __init__(self, places: Places, config: MkDocsConfig, languages: Languages) -> None:
        self._cache = places.cache / "guide"
        self._config = config
        self._languages = languages
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
                "language": edition.language,
                "file": f"{FOLDER}/{edition.file}",
                "picture": f"{FOLDER}/{edition.picture}",
                "width": edition.picture_size[0],
                "height": edition.picture_size[1],
            }
            for edition in planned_editions(self._settings, self._languages.codes)
        ]

    def write(self, site: Path, *, is_preview: bool = False) -> None:
        """Print the editions, or take them from the cache, and write them into the site.

        Args:
            site: The built site.
            is_preview: Take the editions that were printed last, if there are any: printing takes
                longer than a look at one changed page should.

        Raises:
            GuideError: An edition cannot be printed; the message says which and why.
        """
        kept = KeptEditions(self._cache)
        wanted = [Path(edition[part]).name for edition in self.listed() for part in FILES]
        printed = kept.last(wanted) if is_preview else None
        if printed:
            log.info("The printed guide is the one printed last: a preview does not print it anew.")
        else:
            printed = self._printed(kept)
        shutil.copytree(printed, site / FOLDER)

    def _printed(self, kept: KeptEditions) -> Path:
        """The folder of the editions, printed unless nothing changed that they are made from."""
        content = self._content(self._languages.main)
        translations = [self._content(language) for language in self._languages.others]
        key = key_of(content, Path(self._config.docs_dir), self._languages.codes)
        printed = kept.find(key)
        if not printed:
            editions = build_guide(content, self._cache, translations)
            files = [(edition.path, edition.file) for edition in editions]
            files += [(edition.picture_path, edition.picture) for edition in editions]
            printed = kept.keep(key, files)
        kept.remember(key)
        return printed

    def _content(self, language: Language) -> GuideContent:
        publisher = self._config.extra.get("publisher", {})
        return GuideContent(
            settings=self._settings,
            pages=tuple(self._pages[key] for key in self._settings["pages"] if key in self._pages),
            topic=language.topic,
            region=language.region,
            claims_used=tuple(self.claims_used),
            publisher=publisher,
            site_name=language.site.name,
            site_url=self._config.site_url or "",
            fonts=self._fonts(),
            logo=logo_of(publisher, self._folders()),
        )

    def _folders(self) -> list[Path]:
        """Where files of the look are searched: the topic's own first."""
        return [Path(self._config.docs_dir), *map(Path, self._config.theme.dirs)]

    def _fonts(self) -> Path:
        """The first folder that holds fonts; the last one looked at where none does."""
        places = [folder / "assets" / "fonts" for folder in self._folders()]
        return next((place for place in places if any(place.glob("*.woff2"))), places[0])
