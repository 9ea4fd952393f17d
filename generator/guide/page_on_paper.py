"""One page of the site made fit for paper: no screen parts, links that a reader can follow."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from posixpath import join, normpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

import tinyhtml5
from markupsafe import Markup

from generator.guide.columns import halves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.guide.content import GuidePage
    from macros.figure import Figure, Figures

SCREEN_ONLY = frozenset(
    {
        "button",
        "contents",
        "emergency-strip",
        "figure__numbers",
        "headerlink",
        "next-step",
        "red-flag-list__together",
        "reviewed",
        "screen-only",
        "self-check",
    }
)
"""Parts that make sense on a screen alone, by class."""
SCREEN_ONLY_TAGS = frozenset({"script", "style", "template", "self-check", "noscript", "nav"})

WORD_JOINER = "\u2060"
LONG_LIST, SHORT_POINT = 6, 72
"""From so many points, each of at most so many characters, a list takes two columns."""

LETTERS_A_LINE = 36

LED_TO = frozenset({"ul", "ol", "table", "div", "blockquote"})

SHORT_TABLE = 500
"""A table of at most so many characters stays on one page."""

WIDE = 400
"""From this width on a drawing holds words, which would be too small beside the text."""

_NAMESPACE = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class Targets:
    """Where links can lead.

    Attributes:
        pages: The pages of the guide by their address inside the site.
        site_url: Where the site stands, or empty.
        sources: The anchor of each source that has a number, with its rank: 0 is the strongest.
        anchors: Every anchor inside the pages of the guide.
        own_parts: Pages of the site whose place a part of the guide takes, by their address.
    """

    pages: Mapping[str, GuidePage]
    site_url: str
    sources: Mapping[str, int]
    anchors: frozenset[str]
    own_parts: Mapping[str, str]


def page_on_paper(page: GuidePage, targets: Targets, figures: Figures) -> Markup:
    """Rewrite the content of a page for paper.

    Headings keep their rank below the title of the page, which is left out: the guide's template
    writes it. Ids get the page's anchor in front, so that pages cannot disturb each other.

    Args:
        page: The page.
        targets: Where its links can lead.
        figures: Draws its figures in the colours of paper.
    """
    root = _parse(page.html)
    _remove_screen_parts(root)
    _redraw_figures(root, page, figures)
    _keep_strongest_sources(root, targets)
    _hold_marks(root)
    _remove_empty_paragraphs(root)
    _mark_leading_words(root)
    _mark_short_lists(root)
    _mark_short_tables(root)
    _hold_exercises_together(root)
    for groups in root.iter("div"):
        if "red-flag-list__groups" in groups.get("class", ""):
            _split_in_two(groups)
    for element in list(root.iter()):
        _adapt(element, page, targets)
    return Markup(_serialise(root))  # noqa: S704 - the content of our own pages


def sections_chosen(page: GuidePage, left_out: frozenset[str]) -> GuidePage:
    """Leave out the sections of a page that are not for paper.

    What led to such a section and says nothing else goes with it: a row of a table whose cell is
    only a link there.

    Args:
        page: The page.
        left_out: Ids of headings, at any rank, to leave out with all that stands under them; and
            kinds of boxes, each as a dot and its class.
    """
    root = _parse(page.html)
    classes = {name.removeprefix(".") for name in left_out if name.startswith(".")}
    for parent in list(root.iter()):
        for child in list(parent):
            if not classes.isdisjoint(child.get("class", "").split()):
                _remove(parent, child)
    skipping = 0
    for element in list(root):
        rank = _rank(element)
        if rank and (not skipping or rank <= skipping):
            skipping = rank if element.get("id") in left_out else 0
        if skipping:
            root.remove(element)
    for body in list(root.iter("tbody")):
        for row in list(body):
            if any(_only_leads_to(cell, left_out) for cell in row):
                _remove(body, row)
    return replace(page, html=_serialise(root))


def _only_leads_to(cell: Element, sections: frozenset[str]) -> bool:
    links = list(cell)
    return (
        len(links) == 1
        and links[0].get("href", "").removeprefix("#") in sections
        and not ((cell.text or "") + (links[0].tail or "")).strip()
    )


def classes_on(page: GuidePage) -> frozenset[str]:
    """Every class on a page."""
    elements = _parse(page.html).iter()
    return frozenset(name for element in elements for name in element.get("class", "").split())


def section_ids(page: GuidePage) -> tuple[str, ...]:
    """The ids of a page's headings, in order."""
    return tuple(element.get("id", "") for element in _parse(page.html) if _rank(element))


def _parse(html: str) -> Element:
    document = tinyhtml5.parse(f"<body>{html}</body>", namespace_html_elements=False)
    body: Element | None = document.find("body")
    assert body is not None
    for element in body.iter():
        if isinstance(element.tag, str):
            element.tag = _NAMESPACE.sub("", element.tag)
    return body


def _serialise(root: Element) -> str:
    return (root.text or "") + "".join(serialised(child) for child in root)


def serialised(element: Element) -> str:
    """An element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def _remove_screen_parts(root: Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_for_screens(child):
                _remove(parent, child)


def _is_for_screens(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return True  # a comment
    classes = set(element.get("class", "").split())
    is_decoration = element.tag == "svg" and element.get("aria-hidden") == "true"
    return (
        element.tag in SCREEN_ONLY_TAGS
        or not SCREEN_ONLY.isdisjoint(classes)
        or is_decoration
        or element.tag == "h1"
    )


def _remove(parent: Element, child: Element) -> None:
    """Remove an element, but not the text behind it."""
    tail = child.tail or ""
    index = list(parent).index(child)
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


def figure_on_paper(figures: Figures, name: str, instance: str = "") -> Element:
    """Draw a figure in the colours of paper, with its whole description as alternative text."""
    drawn = figures[name]
    svg = _parse(figures.draw(name, palette="print", instance=instance))[0]
    title = svg.find("title")
    if title is not None:
        title.text = f"{drawn.title}. {drawn.description}"
    _write_out_uses(svg)
    return svg


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


def _place_of(figure: Figure) -> str:
    """A chart needs the width; a drawing stands beside the words, its caption too if it is tall."""
    width, height = figure.size
    if figure.rows or width >= WIDE:
        return "across"
    return "beside figure--tall" if height > width else "beside"


def _redraw_figures(root: Element, page: GuidePage, figures: Figures) -> None:
    for figure in root.iter("figure"):
        for name in re.findall(r"figure--([\w-]+)", figure.get("class", "")):
            for index, child in enumerate(list(figure)):
                if child.tag == "svg" and name in figures.by_name:
                    place = _place_of(figures[name])
                    figure.set("class", f"{figure.get('class')} figure--{place}")
                    figure[index] = figure_on_paper(figures, name, page.anchor)


def _hold_marks(root: Element) -> None:
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


def _keep_strongest_sources(root: Element, targets: Targets) -> None:
    """Leave one number in each citation mark: paper has room for the strongest source only."""
    for mark in root.iter("sup"):
        links = [link for link in mark if link.tag == "a"]
        if "cite" not in mark.get("class", "") or len(links) < 2:
            continue
        strongest = min(links, key=lambda link: targets.sources.get(_fragment(link), 0))
        for child in list(mark):
            if child is not strongest:
                mark.remove(child)
        strongest.tail = None


def _remove_empty_paragraphs(root: Element) -> None:
    """Remove paragraphs that held nothing but screen parts."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "p" and not len(child) and not (child.text or "").strip():
                _remove(parent, child)


def _mark_leading_words(root: Element) -> None:
    """Mark paragraphs that lead to a list, a table or a card: they stay on its page."""
    for before, after in pairwise(root):
        is_led = after.tag in LED_TO or "care-card" in after.get("class", "")
        if before.tag == "p" and is_led and not before.get("class"):
            before.set("class", "leads")


def _mark_short_lists(root: Element) -> None:
    """Mark long lists of short points: on paper they stand in two columns."""
    for found in root.iter("ul"):
        if found.get("class"):
            continue
        words = ["".join(point.itertext()).strip() for point in found]
        if len(words) >= LONG_LIST and max(map(len, words)) <= SHORT_POINT:
            found.set("class", "points--short")


def _mark_short_tables(root: Element) -> None:
    """Mark tables that no page may break."""
    for found in root.iter("table"):
        if len("".join(found.itertext())) <= SHORT_TABLE:
            found.set("class", f"{found.get('class', '')} table--short".strip())


def _hold_exercises_together(root: Element) -> None:
    """Put each section that shows a row of figures into one box, which no page breaks."""
    sections: list[list[Element]] = []
    for child in list(root):
        if _rank(child) or not sections:
            sections.append([])
        sections[-1].append(child)
    for section in sections:
        if not any("figure-row" in element.get("class", "") for element in section):
            continue
        box = Element("div", {"class": "exercise"})
        root.insert(list(root).index(section[0]), box)
        for element in section:
            root.remove(element)
            box.append(element)


def _split_in_two(box: Element) -> None:
    """Put what a box holds into two columns of about the same length, a title with its list.

    WeasyPrint can balance columns, but tries every height for it: that takes longer than the rest.
    """
    runs: list[list[Element]] = []
    for child in box:
        if child.tag != "ul" or not runs:
            runs.append([])
        runs[-1].append(child)
    columns = halves(runs, lambda run: sum(map(_lines, run)))
    for child in list(box):
        box.remove(child)
    for column in columns:
        into = SubElement(box, "div", {"class": "column"})
        into.extend(element for run in column for element in run)
    box.set("class", f"{box.get('class')} columns")


def _lines(element: Element) -> float:
    """About how many lines an element takes in half the width."""
    paragraphs = [part for part in element.iter() if part.tag in ("p", "li")]
    return sum(1.2 + len("".join(part.itertext())) // LETTERS_A_LINE for part in paragraphs)


def _adapt(element: Element, page: GuidePage, targets: Targets) -> None:
    if element.get("id"):
        element.set("id", f"{page.anchor}--{element.get('id')}")
    for name in ("aria-labelledby", "aria-describedby"):
        if element.get(name):
            ids = element.get(name, "").split()
            element.set(name, " ".join(f"{page.anchor}--{id}" for id in ids))
    if element.tag == "details":
        element.tag = "div"
    elif element.tag == "summary":
        element.tag = "p"
        element.set("class", "summary")
    elif element.tag == "th" and not element.get("scope"):
        element.set("scope", "col")
    elif element.tag == "a" and element.get("href"):
        _adapt_link(element, page, targets)


def _adapt_link(link: Element, page: GuidePage, targets: Targets) -> None:
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


def _rank(element: Element) -> int:
    is_heading = isinstance(element.tag, str) and re.fullmatch(r"h[2-6]", element.tag)
    return int(element.tag[1]) if is_heading else 0


def title_of(page: GuidePage) -> str:
    """The heading of a page, which may be shorter than the title that search engines get."""
    for heading in _parse(page.html).iter("h1"):
        return _words(heading)
    return page.title


def headings_of(page: GuidePage, rank: int = 2) -> tuple[tuple[str, str], ...]:
    """Anchor and text of each heading of one rank, for the contents."""
    return tuple(
        (f"{page.anchor}--{element.get('id', '')}", _words(element))
        for element in _parse(page.html)
        if _rank(element) == rank
    )


def anchors_in(pages: Iterable[GuidePage]) -> frozenset[str]:
    """Every anchor that a link between the pages can lead to."""
    return frozenset(
        f"{page.anchor}--{element.get('id')}"
        for page in pages
        for element in _parse(page.html).iter()
        if element.get("id")
    )


def sources_cited(html: Iterable[str]) -> frozenset[str]:
    """The anchors of the sources that pages on paper cite."""
    return frozenset(
        _fragment(link)
        for page in html
        for mark in _parse(page).iter("sup")
        if "cite" in mark.get("class", "")
        for link in mark.iter("a")
    )


def _fragment(link: Element) -> str:
    return urlsplit(link.get("href", "")).fragment


def _words(element: Element) -> str:
    """The text of a heading without the mark that links to it."""
    words = element.text or ""
    for child in element:
        if not _is_for_screens(child) and child.tag != "sup":
            words += "".join(child.itertext())
        words += child.tail or ""
    return words.strip()
