"""What the search knows of each page: its parser in Python is read once for each text."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped] # has no types

from generator.kept_pages.results import key_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from generator.kept_pages.results import KeptResults


def keep_search_entries(config: MkDocsConfig, results: KeptResults) -> None:
    """Let the theme's search take the entries of pages that it read before.

    Args:
        config: MkDocs' settings, after all plugins took theirs.
        results: What earlier builds made.
    """
    plugin: Any
    for plugin in config.plugins.values():
        index: Any = getattr(plugin, "search_index", None)
        if type(index) is SearchIndex:
            plugin.search_index = _KeptIndex(index.config, results)


class _KeptIndex(SearchIndex):  # type: ignore[misc] # the theme has no types
    """The theme's index, which asks first whether it knows a page already."""

    def __init__(self, config: dict[str, Any], results: KeptResults) -> None:
        super().__init__(**config)
        self._results = results
        self._theme = version("mkdocs-material")

    def add_entry_from_context(self, page: Page) -> None:
        """Add the entries of a page."""
        key = key_of(
            "search",
            self._theme,
            page.url,
            str(page.title),
            [page.meta.get(name) for name in ("title", "tags", "search")],
            [[link.id, [_ids(link.children)]] for link in page.toc],
            page.content,
        )
        entries = self._results.find(key)
        if entries is None:
            begin = len(self.entries)
            super().add_entry_from_context(page)
            self._results.keep(key, self.entries[begin:])
        else:
            self.entries += entries


def _ids(links: Any) -> list[Any]:
    return [[link.id, _ids(link.children)] for link in links]
