"""What the build found on each page: how hard it reads, where its links lead, when it is due."""

from macros.page_report.counting import PageCounts, count_page
from macros.page_report.rendering import PAGE_REPORT_PLACE, ReportedPage, page_report_html

__all__ = [
    "PAGE_REPORT_PLACE",
    "PageCounts",
    "ReportedPage",
    "count_page",
    "page_report_html",
]
