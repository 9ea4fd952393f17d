"""The report as a table. A page holds its place until all pages are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jinja2 import Environment

    from macros.page_report.counting import PageCounts

PAGE_REPORT_PLACE = Markup('<div class="page-report" data-page-report></div>')
"""Where the report stands: what it tells is known when every page is made, and not before."""


@dataclass(frozen=True, slots=True)
class ReportedPage:
    """One page in the report.

    Attributes:
        title: What it is called.
        link: The way to it, as seen from the page with the report.
        counts: What it holds.
        reviewed: The day on which it was last read against its sources.
        review_due: The day by which that is due again.
    """

    title: str
    link: str
    counts: PageCounts
    reviewed: date
    review_due: date


def page_report_html(pages: Iterable[ReportedPage], *, environment: Environment) -> Markup:
    """Write the report.

    Args:
        pages: The pages in the order of the site.
        environment: The environment that finds `page_report/page_report.jinja`.
    """
    template = environment.get_template("page_report/page_report.jinja")
    return Markup(template.render(pages=list(pages)))  # noqa: S704 - the template escapes
