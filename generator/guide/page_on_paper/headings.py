"""The headings of a page: its title, and the sections below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.guide.page_on_paper.elements import parsed
from generator.guide.page_on_paper.screen_parts import is_for_screens

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.guide.content import GuidePage


def title_of(page: GuidePage) -> str:
    """The heading of a page, which may be shorter than the title that search engines get."""
    for heading in parsed(page.html).iter("h1"):
        return _words(heading)
    return page.title


def headings_of(page: GuidePage, rank: int = 2) -> tuple[tuple[str, str], ...]:
    """Anchor and text of each heading of one rank, for the contents."""
    return tuple(
        (f"{page.anchor}--{element.get('id', '')}", _words(element))
        for element in parsed(page.html)
        if rank_of(element) == rank
    )


def section_ids(page: GuidePage) -> tuple[str, ...]:
    """The ids of a page's headings, in order."""
    return tuple(element.get("id", "") for element in parsed(page.html) if rank_of(element))


def rank_of(element: Element) -> int:
    """The rank of a heading below the page's title, from 2 to 6; 0 for anything else."""
    is_heading = isinstance(element.tag, str) and re.fullmatch(r"h[2-6]", element.tag)
    return int(element.tag[1]) if is_heading else 0


def _words(element: Element) -> str:
    """The text of a heading without the mark that links to it."""
    words = element.text or ""
    for child in element:
        if not is_for_screens(child) and child.tag != "sup":
            words += "".join(child.itertext())
        words += child.tail or ""
    return words.strip()
