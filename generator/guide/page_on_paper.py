"""One page of the site made fit for paper: no screen parts, links that a reader can follow."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache
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
LETTERS_A_LINE = 36

LED_TO = frozenset({"ul", "ol", "table", "div", "blockquote"})

LONG_ROW = 120
"""From so many characters in a row, its first cell stands above the others."""

SHORT_CELL = 8
"""A cell of at most so many characters stays on one line."""

SHORT_TABLE = 150
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
        times_cited: How often the pages cite each source, by its anchor.
    """

    pages: Mapping[str, GuidePage]
    site_url: str
    sources: Mapping[str, int]
    anchors: frozenset[str]
    own_parts: Mapping[str, str]
    times_cited: Counter[str]


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
    _stack_long_rows(root)
    _mark_short_tables(root)
    _give_variants_their_words(root)
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
    """The elements of a page; a copy each time, since parsing takes longer than copying."""
    return deepcopy(_parsed(html))


@lru_cache(maxsize=64)
def _parsed(html: str) -> Element:
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
    """A chart or a wide drawing takes its column's width; others stand beside their captions."""
    return "across" if figure.rows or figure.size[0] >= WIDE else "beside"


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
    """Leave one number in each citation mark: paper has room for the strongest source only.

    Of several that are as strong it is the one that the guide cites most: the list is shorter then.
    """
    for mark in root.iter("sup"):
        links = [link for link in mark if link.tag == "a"]
        if "cite" not in mark.get("class", "") or len(links) < 2:
            continue
        strongest = min(links, key=lambda link: _strength(_fragment(link), targets))
        for child in list(mark):
            if child is not strongest:
                mark.remove(child)
        strongest.tail = None


def _strength(source: str, targets: Targets) -> tuple[int, int]:
    return targets.sources.get(source, 0), -targets.times_cited[source]


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


def _stack_long_rows(root: Element) -> None:
    """Put the bold first cell of each row above the others, where a column is too narrow for all.

    A table to compare two things keeps two cells side by side; one that explains keeps one.
    """
    compared = {table for box in root.iter("div") if _is_to_compare(box) for table in box}
    for table in root.iter("table"):
        rows = [row for body in table.iter("tbody") for row in body]
        longest = max((len("".join(row.itertext())) for row in rows), default=0)
        if (table in compared or longest > LONG_ROW) and all(map(_has_label, rows)):
            for head in table.iter("thead"):
                for row in head:
                    row.remove(row[0])
            _stack(table)


def _is_to_compare(box: Element) -> bool:
    return "compare" in box.get("class", "").split()


def _has_label(row: Element) -> bool:
    return len(row) > 1 and len(row[0]) > 0 and row[0][0].tag in ("strong", "b")


def _stack(table: Element) -> None:
    """Each row becomes a group of two: its label, and the rest."""
    for body in list(table.iter("tbody")):
        place = list(table).index(body)
        table.remove(body)
        for row in reversed(list(body)):
            label = row[0]
            row.remove(label)
            label.tag = "th"
            label.attrib.update({"scope": "row", "colspan": str(len(row))})
            above = Element("tr")
            above.append(label)
            group = Element("tbody", {"class": "stacked"})
            group.extend((above, row))
            table.insert(place, group)


def _mark_short_tables(root: Element) -> None:
    """Mark tables that no page may break, and cells that no line may break."""
    for found in root.iter("table"):
        for cell in found.iter("td"):
            if len("".join(cell.itertext())) <= SHORT_CELL:
                cell.set("class", "cell--short")
        if len("".join(found.itertext())) <= SHORT_TABLE:
            found.set("class", f"{found.get('class', '')} table--short".strip())


def _give_variants_their_words(root: Element) -> None:
    """Move each further picture of a row to the point of a list that says more about it.

    They belong together where the caption and the point begin with the same word, such as
    "Easier:". The point takes the place of the caption: paper says things once.
    """
    row: Element | None = None
    for element in list(root):
        if _rank(element):
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
                _remove(parent, figure)
                break
        caption = figure.find("figcaption")
        if caption is not None:
            caption.text = point.text
            caption[:] = list(point)
        figure.tail = None
        box.append(figure)


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


def sources_cited(html: Iterable[str]) -> Counter[str]:
    """The anchors of the sources that pages cite, with how often."""
    return Counter(
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
