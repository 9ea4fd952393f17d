"""Citation marks: one source each, beside the word that it supports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.guide.page_on_paper.elements import parsed
from generator.guide.page_on_paper.links import fragment_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from generator.guide.page_on_paper.links import Targets

WORD_JOINER = "\u2060"


def sources_cited(html: Iterable[str]) -> Counter[str]:
    """The anchors of the sources that pages cite, with how often."""
    return Counter(
        fragment_of(link)
        for page in html
        for mark in parsed(page).iter("sup")
        if "cite" in mark.get("class", "")
        for link in mark.iter("a")
    )


def keep_strongest_sources(root: Element, targets: Targets) -> None:
    """Leave one number in each citation mark: paper has room for the strongest source only.

    Of several that are as strong it is the one that the guide cites most: the list is shorter then.
    """
    for mark in root.iter("sup"):
        links = [link for link in mark if link.tag == "a"]
        if "cite" not in mark.get("class", "") or len(links) < 2:
            continue
        strongest = min(links, key=lambda link: _strength(fragment_of(link), targets))
        for child in list(mark):
            if child is not strongest:
                mark.remove(child)
        strongest.tail = None


def hold_marks(root: Element) -> None:
    """Keep a citation mark on the line of the word before it."""
    for parent in root.iter():
        before = None
        for child in parent:
            if child.tag == "sup" and "cite" in child.get("class", ""):
                if before is not None and before.tail:
                    before.tail += WORD_JOINER
                elif before is None and parent.text:
                    parent.text += WORD_JOINER
            before = child


def _strength(source: str, targets: Targets) -> tuple[int, int]:
    return targets.sources.get(source, 0), -targets.times_cited[source]
