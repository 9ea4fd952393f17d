"""Headings tell the order of a page, to eyes and to ears."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.build.pages.built_page import BuiltPage


def test_each_page_has_one_title(any_page: BuiltPage) -> None:
    """One h1, in the main part."""
    assert len(any_page.tree.cssselect("h1")) == 1
    assert len(any_page.main.cssselect("h1")) == 1


def test_no_level_is_skipped(any_page: BuiltPage) -> None:
    """An h2 is followed by h2 or h3, never by h4."""
    headings = any_page.main.cssselect("h1, h2, h3, h4, h5, h6")
    levels = [int(heading.tag[1]) for heading in headings]
    skipped = [
        headings[place + 1].text_content()
        for place in range(len(levels) - 1)
        if levels[place + 1] > levels[place] + 1
    ]

    assert levels[0] == 1
    assert skipped == []


def test_no_heading_is_empty(any_page: BuiltPage) -> None:
    """Each says something."""
    headings = any_page.tree.cssselect("h1, h2, h3, h4, h5, h6")

    assert [heading.get("id") for heading in headings if not heading.text_content().strip()] == []
