"""Pages after macros and Markdown, which take most of a build: those that nothing changed of."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc

from generator.kept_pages.results import key_of
from macros.page_macros import PageMacros
from macros.page_syntax import has_macros, uses_only

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from generator.kept_pages.inputs import PageInputs
    from generator.kept_pages.results import KeptResults
    from macros.care_card import CardNumbers

SPARE = "render_macros"
"""What tells mkdocs-macros to leave a page alone."""


class KeptPages:
    """The pages of one build.

    A page whose making said anything, or failed, is never kept: it says it again next time. Nor is
    one that calls anything but our page parts, as what that reads is not known here.

    Args:
        results: What earlier builds made.
        inputs: What all pages are made from.
        cards: Numbers the care cards from page to page.
    """

    def __init__(self, results: KeptResults, inputs: PageInputs, cards: CardNumbers) -> None:
        self._results = results
        self._inputs = inputs
        self._cards = cards
        self._heard = _Listener()
        self._making: _Making | None = None
        self._spared: Page | None = None

    def take(self, page: Page, markdown: str) -> str:
        """Let a page be as it was, if nothing changed.

        Args:
            page: The page, with its front matter read.
            markdown: What it says.

        Returns:
            What macros and Markdown still have to read: nothing, if the page is there.
        """
        self._making, self._spared = None, None
        kept = None
        if self._inputs.is_known and SPARE not in page.meta and not has_macros(str(page.title)):
            key = self._key(page, markdown)
            kept = self._results.find(key)
            if kept is None and uses_only(markdown, PageMacros.WORDS):
                self._heard.start()
                self._making = _Making(page, key, self._heard.count)
        if kept is not None:
            page.render = _Put(page, kept)  # type: ignore[method-assign] # in the place of Markdown
            self._cards.last = kept["cards"]
            markdown = ""
        # To read a page for macros takes as long as its Markdown.
        if not has_macros(markdown) and SPARE not in page.meta:
            page.meta[SPARE] = False
            self._spared = page
        return markdown

    def made(self, page: Page, html: str) -> None:
        """Keep a page that was just made.

        Args:
            page: The page.
            html: Its content.
        """
        if self._spared is page:
            del page.meta[SPARE]
        making, self._making = self._making, None
        if making is None or making.page is not page or page.links_to_anchors is None:
            return
        if self._heard.count == making.heard:
            self._results.keep(
                making.key,
                {
                    "html": str(html),
                    "toc": _tokens(page.toc),
                    "title": page.title,
                    "anchors": sorted(page.present_anchor_ids or ()),
                    "links": {
                        file.src_uri: dict(links) for file, links in page.links_to_anchors.items()
                    },
                    "cards": self._cards.last,
                },
            )

    def end(self) -> None:
        """All pages are made."""
        self._heard.stop()

    def _key(self, page: Page, markdown: str) -> str:
        return key_of(
            "page",
            self._inputs.digest,
            page.file.src_uri,
            page.url,
            {str(name): value for name, value in page.meta.items()},
            markdown,
            self._cards.last,
        )


@dataclass(frozen=True)
class _Put:
    """Gives a page what it held, where MkDocs would read its Markdown."""

    page: Page
    kept: dict[str, Any]

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        del config
        page, kept = self.page, self.kept
        page.content = kept["html"]
        page.toc = get_toc(kept["toc"])
        page.title = kept["title"]
        page.present_anchor_ids = set(kept["anchors"])
        page.links_to_anchors = {
            file: dict(links)
            for name, links in kept["links"].items()
            if (file := files.get_file_from_path(name)) is not None
        }


@dataclass(frozen=True)
class _Making:
    """A page that is being made."""

    page: Page
    key: str
    heard: int


class _Listener(logging.Handler):
    """Counts what the making of pages says."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        del record
        self.count += 1

    def start(self) -> None:
        """Listen from here on."""
        logging.getLogger("mkdocs").addHandler(self)

    def stop(self) -> None:
        """Listen no more."""
        logging.getLogger("mkdocs").removeHandler(self)


def _tokens(links: Iterable[Any]) -> list[Any]:
    """A table of contents as Markdown gives it."""
    return [
        {
            "name": link.title,
            "id": link.id,
            "level": link.level,
            "children": _tokens(link.children),
        }
        for link in links
    ]
