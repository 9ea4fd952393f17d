"""Paragraphs: none that is empty, and none that parts from what it leads to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.guide.page_on_paper.elements import remove

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LED_TO = frozenset({"ul", "ol", "table", "div", "blockquote"})


def remove_empty_paragraphs(root: Element) -> None:
    """Remove paragraphs that held nothing but screen parts."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "p" and not len(child) and not (child.text or "").strip():
                remove(parent, child)


def mark_leading_words(root: Element) -> None:
    """Mark paragraphs that lead to a list, a table or a card: they stay on its page."""
    for before, after in pairwise(root):
        is_led = after.tag in LED_TO or "care-card" in after.get("class", "")
        if before.tag == "p" and is_led and not before.get("class"):
            before.set("class", "leads")
