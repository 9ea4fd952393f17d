"""The page on how the site is checked tells of every page what the build counted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import yaml

from tests.build.pages.built_page import BuiltPage, addresses

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "how-we-check/"
HIGHEST_GRADE = 8
LISTS = {"sources/"}
"""Pages that are lists of what others called their work."""


def test_each_page_is_in_the_report_with_the_days_of_its_own_head(site: Path) -> None:
    found = {
        urljoin(f"/{PAGE}", row.cssselect("th a")[0].get("href"))[1:]: [
            time.get("datetime") for time in row.cssselect("time")
        ]
        for row in BuiltPage(site, PAGE).main.cssselect("table.page-report tbody tr")
    }

    assert found == {address: _days(BuiltPage(site, address)) for address in addresses()}


def test_no_page_is_harder_than_we_say(site: Path) -> None:
    rows = BuiltPage(site, PAGE).main.cssselect("table.page-report tbody tr")
    hard = [
        row.text_content()
        for row in rows
        if float(row.cssselect("td")[0].text_content()) > HIGHEST_GRADE
        and row.cssselect("th a")[0].get("href").removeprefix("../") not in LISTS
    ]

    assert rows
    assert hard == []


def _days(page: BuiltPage) -> list[str]:
    head = yaml.safe_load(page.source.read_text(encoding="utf-8").split("---\n")[1])
    return [head["reviewed"].isoformat(), head["review_due"].isoformat()]
