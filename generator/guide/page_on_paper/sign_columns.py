"""The groups of emergency signs in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from generator.guide.columns import LETTERS_A_LINE, halves

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def put_signs_in_columns(root: Element) -> None:
    """Split each box of groups in two, side by side."""
    for groups in root.iter("div"):
        if "red-flag-list__groups" in groups.get("class", ""):
            _split_in_two(groups)


def _split_in_two(box: Element) -> None:
    """Put what a box holds into two columns of about the same length, a title with its list."""
    runs: list[list[Element]] = []
    for child in box:
        if child.tag != "ul" or not runs:
            runs.append([])
        runs[-1].append(child)
    columns = halves(runs, lambda run: sum(map(_lines, run)))
    for child in list(box):
        box.remove(child)
    inside = SubElement(box, "div", {"class": "columns"})
    for column in columns:
        into = SubElement(inside, "div", {"class": "column"})
        into.extend(element for run in column for element in run)


def _lines(element: Element) -> float:
    """About how many lines an element takes in half the width."""
    paragraphs = [part for part in element.iter() if part.tag in ("p", "li")]
    return sum(1.2 + len("".join(part.itertext())) // LETTERS_A_LINE for part in paragraphs)
