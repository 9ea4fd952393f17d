"""Figures in the colours of paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from generator.guide.page_on_paper.elements import parsed

if TYPE_CHECKING:
    from generator.guide.content import GuidePage
    from macros.figure import Figure, Figures

WIDE = 400
"""From this width on a drawing holds words, which would be too small beside the text."""


def figure_on_paper(figures: Figures, name: str, instance: str = "") -> Element:
    """Draw a figure in the colours of paper, with its whole description as alternative text."""
    drawn = figures[name]
    svg = parsed(figures.draw(name, palette="print", instance=instance))[0]
    title = svg.find("title")
    if title is not None:
        title.text = f"{drawn.title}. {drawn.description}"
    _write_out_uses(svg)
    return svg


def redraw_figures(root: Element, page: GuidePage, figures: Figures) -> None:
    """Draw each figure of a page anew, and mark whether it takes the width of its column."""
    for figure in root.iter("figure"):
        for name in re.findall(r"figure--([\w-]+)", figure.get("class", "")):
            for index, child in enumerate(list(figure)):
                if child.tag == "svg" and name in figures.by_name:
                    place = _place_of(figures[name])
                    figure.set("class", f"{figure.get('class')} figure--{place}")
                    figure[index] = figure_on_paper(figures, name, page.anchor)


def _place_of(figure: Figure) -> str:
    """A chart or a wide drawing takes its column's width; others stand beside their captions."""
    return "across" if figure.rows or figure.size[0] >= WIDE else "beside"


def _write_out_uses(svg: Element) -> None:
    """Put what is used in the place of each use: WeasyPrint looks for it beside the base address."""
    named = {str(element.get("id")): element for element in svg.iter() if element.get("id")}
    for parent in list(svg.iter()):
        for index, child in enumerate(list(parent)):
            used = named.get(child.get("href", "").removeprefix("#"))
            if child.tag == "use" and used is not None:
                copy = Element(used.tag, {**used.attrib, **child.attrib})
                del copy.attrib["id"], copy.attrib["href"]
                copy.extend(used)
                parent[index] = copy
