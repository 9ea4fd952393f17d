"""Which sections and boxes of a page are printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.guide.page_on_paper.elements import inner_html, parsed, remove
from generator.guide.page_on_paper.headings import rank_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.guide.content import GuidePage


def sections_chosen(page: GuidePage, left_out: frozenset[str]) -> GuidePage:
    """Leave out the sections of a page that are not for paper.

    What led to such a section and says nothing else goes with it: a row of a table whose cell is
    only a link there.

    Args:
        page: The page.
        left_out: Ids of headings, at any rank, to leave out with all that stands under them; and
            kinds of boxes, each as a dot and its class.
    """
    root = parsed(page.html)
    classes = {name.removeprefix(".") for name in left_out if name.startswith(".")}
    for parent in list(root.iter()):
        for child in list(parent):
            if not classes.isdisjoint(child.get("class", "").split()):
                remove(parent, child)
    skipping = 0
    for element in list(root):
        rank = rank_of(element)
        if rank and (not skipping or rank <= skipping):
            skipping = rank if element.get("id") in left_out else 0
        if skipping:
            root.remove(element)
    for body in list(root.iter("tbody")):
        for row in list(body):
            if any(_only_leads_to(cell, left_out) for cell in row):
                remove(body, row)
    return replace(page, html=inner_html(root))


def classes_on(page: GuidePage) -> frozenset[str]:
    """Every class on a page."""
    elements = parsed(page.html).iter()
    return frozenset(name for element in elements for name in element.get("class", "").split())


def _only_leads_to(cell: Element, sections: frozenset[str]) -> bool:
    links = list(cell)
    return (
        len(links) == 1
        and links[0].get("href", "").removeprefix("#") in sections
        and not ((cell.text or "") + (links[0].tail or "")).strip()
    )
