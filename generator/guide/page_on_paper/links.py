"""Links that a reader of paper can follow."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import join, normpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.guide.page_on_paper.elements import parsed

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from generator.guide.content import GuidePage


@dataclass(frozen=True)
class Targets:
    """Where links can lead.

    Attributes:
        pages: The pages of the guide by their address inside the site.
        site_url: Where the site stands, or empty.
        sources: The anchor of each source that has a number, with its rank: 0 is the strongest.
        anchors: Every anchor inside the pages of the guide.
        own_parts: Pages of the site whose place a part of the guide takes, by their address.
        times_cited: How often the pages cite each source, by its anchor.
    """

    pages: Mapping[str, GuidePage]
    site_url: str
    sources: Mapping[str, int]
    anchors: frozenset[str]
    own_parts: Mapping[str, str]
    times_cited: Counter[str]


def adapt_link(link: Element, page: GuidePage, targets: Targets) -> None:
    """Turn a link into one inside the guide, or print where it leads."""
    href = link.get("href", "")
    link.attrib.pop("href")
    parts = urlsplit(href)
    if parts.scheme == "tel":
        link.tag = "strong"
        link.attrib.clear()
        return
    if parts.scheme in ("http", "https"):
        link.set("href", href)
        link.set("class", "address")
        link.set("data-address", address_of(href))
        return
    if parts.fragment in targets.sources:
        link.set("href", f"#{parts.fragment}")
        return
    inside = normpath(join("/", page.url, parts.path)).strip("/") if parts.path else ""
    found = targets.pages.get(inside) if parts.path else page
    if inside in targets.own_parts:
        link.set("href", f"#{targets.own_parts[inside]}")
        link.set("class", "reference")
        return
    if found is not None:
        anchor = f"{found.anchor}--{parts.fragment}"
        link.set("href", f"#{anchor if anchor in targets.anchors else found.anchor}")
        link.set("class", "reference")
    elif targets.site_url:
        link.set("href", join(targets.site_url, inside) + ("/" if inside else ""))
        link.set("class", "address")
        link.set("data-address", address_of(link.get("href", "")))
    else:
        link.tag = "span"
        link.attrib.clear()


def address_of(url: str) -> str:
    """An address as it is typed."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/").removeprefix("www.")


def anchors_in(pages: Iterable[GuidePage]) -> frozenset[str]:
    """Every anchor that a link between the pages can lead to."""
    return frozenset(
        f"{page.anchor}--{element.get('id')}"
        for page in pages
        for element in parsed(page.html).iter()
        if element.get("id")
    )


def fragment_of(link: Element) -> str:
    """The anchor that a link leads to; empty where it leads to a whole page."""
    return urlsplit(link.get("href", "")).fragment
