"""Further pictures of a row, each beside the words that say more about it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from generator.guide.page_on_paper.elements import remove
from generator.guide.page_on_paper.headings import rank_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def give_variants_their_words(root: Element) -> None:
    """Move each further picture of a row to the point of a list that says more about it.

    They belong together where the caption and the point begin with the same word, such as
    "Easier:". The point takes the place of the caption: paper says things once.
    """
    row: Element | None = None
    for element in list(root):
        if rank_of(element):
            row = None
        elif "figure-row" in element.get("class", ""):
            row = element
        elif element.tag == "ul" and row is not None:
            pairs = [(point, _picture_of(point, row)) for point in element]
            if pairs and all(figure is not None for _, figure in pairs):
                _replace_points(root, element, row, pairs)


def _picture_of(point: Element, row: Element) -> Element | None:
    """The figure of a row whose caption begins as a point of a list does."""
    label = "".join(point[0].itertext()).strip() if len(point) else ""
    for figure in row.iter("figure"):
        caption = figure.find("figcaption")
        words = "" if caption is None else "".join(caption.itertext()).strip()
        if label and words.startswith(label):
            return figure
    return None


def _replace_points(
    root: Element, points: Element, row: Element, pairs: Iterable[tuple[Element, Element | None]]
) -> None:
    box = Element("div", {"class": "figure-variants"})
    box.tail = points.tail
    root[list(root).index(points)] = box
    for point, figure in pairs:
        if figure is None:
            continue
        for parent in row.iter():
            if figure in list(parent):
                remove(parent, figure)
                break
        caption = figure.find("figcaption")
        if caption is not None:
            caption.text = point.text
            caption[:] = list(point)
        figure.tail = None
        box.append(figure)
