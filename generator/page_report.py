"""Collect what each page holds while the pages are made, and tell it where a page asks for it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from generator.kept_pages.results import key_of
from macros.environment import page_environment
from macros.page_report import (
    PAGE_REPORT_PLACE,
    PageCounts,
    ReportedPage,
    count_page,
    page_report_html,
)

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from generator.kept_pages import KeptResults


class PageReport:
    """The report of one build.

    Args:
        results: What earlier builds counted.
        code: A digest of the code that counts.
    """

    def __init__(self, results: KeptResults, code: str) -> None:
        self._results = results
        self._code = code
        self._html: dict[str, str] = {}
        self._counts: dict[str, PageCounts] = {}

    def take(self, page: Page, html: str) -> None:
        """Remember what a page holds."""
        self._html[page.file.src_uri] = html

    def put_in_place(self, page: Page, nav: Navigation, language: str) -> None:
        """Write the report where the page has a place for it. All pages are made by now."""
        if not page.content or PAGE_REPORT_PLACE not in page.content:
            return
        rows = [row for other in nav.pages if (row := self._row(other, page)) is not None]
        table = page_report_html(rows, environment=page_environment(language))
        page.content = page.content.replace(PAGE_REPORT_PLACE, table)

    def _row(self, page: Page, seen_from: Page) -> ReportedPage | None:
        reviewed, due = page.meta.get("reviewed"), page.meta.get("review_due")
        if not isinstance(reviewed, date) or not isinstance(due, date):
            return None
        name = page.file.src_uri
        if name not in self._counts:
            self._counts[name] = self._counted(self._html[name])
        link = page.file.url_relative_to(seen_from.file)
        return ReportedPage(str(page.title), link, self._counts[name], reviewed, due)

    def _counted(self, html: str) -> PageCounts:
        key = key_of("counts", self._code, html)
        kept = self._results.find(key)
        if kept is not None:
            return PageCounts(**kept)
        counts = count_page(html)
        self._results.keep(key, asdict(counts))
        return counts
