"""The documents that are printed, as HTML with their styles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from generator.guide.columns import LETTERS_A_LINE, column_starts, halves, lines_of
from generator.guide.content import GuideError
from generator.guide.icons import icon_rules
from generator.guide.page_on_paper import (
    Targets,
    address_of,
    anchors_in,
    figure_on_paper,
    headings_of,
    page_on_paper,
    serialised,
    sources_cited,
    title_of,
)
from generator.guide.short_source import short_source
from macros.care_card import css_name
from macros.citation import source_anchor
from macros.environment import page_environment
from macros.evidence import KINDS
from macros.paper_self_check import paper_self_check_html
from macros.words import read_words
from triage_py import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.guide.content import GuideContent
    from macros.evidence import Source
    from macros.paper_self_check import Box
    from triage_py import Option

    _Entry = tuple[str, str, tuple[tuple[str, str], ...]]
    _Group = tuple[str, list[Option]]

HERE = Path(__file__).parent
STYLES = (
    "page", "text", "cover", "contents", "care-card", "red-flags", "table", "timeline", "figure", "exercise", "columns",
    "self-check", "diary", "sources",
)  # fmt: skip

LETTERS_A_BOX = 40
"""About how many letters stand on a line beside a box of the self-check, in two columns."""
LETTERS_A_SOURCE = 23
"""About how many stand on a line of a source, in three columns. Few: long words leave gaps."""
LINES_A_PAGE = 48
"""So many lines of sources fit on any page."""

OWN_PARTS = {"self-check": "guide-self-check", "sources": "guide-sources"}
"""Pages that the guide has in a form of its own, by their address inside the site."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the site as a part of the guide."""

    anchor: str
    title: str
    headings: tuple[tuple[str, str], ...]
    """Anchor and text of each section."""
    html: Markup

    @property
    def is_wide(self) -> bool:
        """Whether it needs the whole width: a card is not split, and a column is too short for some."""
        return 'class="red-flag-list' in self.html


def document(
    content: GuideContent,
    template: str,
    styles: Sequence[str],
    *,
    may_part_groups: bool = False,
    **more: object,
) -> str:
    """Fill a template of a printed document.

    Args:
        content: What is printed.
        template: The template's name, without its ending.
        styles: Style sheets that this document has on top of the shared ones.
        may_part_groups: Whether a group of emergency signs may go on in the second column, to save
            room.
        more: What else the template needs.

    Raises:
        GuideError: The settings name a figure that does not exist.
    """
    environment = _environment(content.language)
    protocol = content.topic.protocol
    name = content.publisher.get("name") or content.site_name
    return environment.get_template(f"{template}.jinja").render(
        content=content,
        settings=content.settings,
        publisher=content.publisher,
        protocol=protocol,
        region=content.region,
        levels=sorted(Disposition, reverse=True),
        css_name=css_name,
        web_address=address_of(content.site_url),
        address=address_of,
        logo=content.logo.resolve().as_uri() if content.logo else "",
        imprint=", ".join(filter(None, [name, address_of(content.site_url)])),
        short_source=short_source,
        sign_groups=_sign_groups(
            protocol.screens[0].questions[0].options, may_part=may_part_groups
        ),
        styles=Markup(_styles(content, styles)),  # noqa: S704 - our own files
        web_code=_web_code(content),
        figure=lambda name: _figure(content, name),
        self_check=lambda: paper_self_check_html(
            protocol,
            content.region,
            environment=page_environment(content.language),
            medium="print",
            column_tops=_tops_of_two,
        ),
        **more,
    )


def with_styles(html: str, names: Sequence[str]) -> str:
    """A document with more style sheets on top of its own."""
    sheets = "\n".join((HERE / "styles" / f"{name}.css").read_text() for name in names)
    return html.replace("</style>", f"{sheets}\n</style>", 1) if names else html


def guide_document(content: GuideContent) -> str:
    """The whole guide."""
    register = content.topic.register
    numbers = content.topic.source_numbers(content.claims_used)
    targets = Targets(
        pages={page.url.strip("/"): page for page in content.pages},
        site_url=content.site_url,
        sources={source_anchor(id): KINDS.index(register.source(id).kind) for id in numbers},
        anchors=anchors_in(content.pages),
        own_parts=OWN_PARTS,
        times_cited=sources_cited(page.html for page in content.pages),
    )
    parts = [
        Part(
            page.anchor,
            title_of(page),
            headings_of(page),
            page_on_paper(page, targets, content.topic.figures),
        )
        for page in content.pages
    ]
    cited = sources_cited(part.html for part in parts)
    sources = [
        (number, source_anchor(id), register.source(id))
        for id, number in numbers.items()
        if source_anchor(id) in cited
    ]
    return document(
        content,
        "guide",
        (),
        runs=[(is_wide, list(run)) for is_wide, run in groupby(parts, lambda part: part.is_wide)],
        contents=_contents(content, parts),
        sources=sources,
        source_tops=_source_tops([source for _, _, source in sources]),
    )


def _contents(content: GuideContent, parts: Sequence[Part]) -> tuple[Sequence[_Entry], ...]:
    """Anchor, title and sections of each part, in two columns."""
    words = content.topic.protocol.words[max(Disposition)]
    own_words = read_words(content.language)["guide"]
    entries: list[_Entry] = [
        ("guide-emergency", words.label, ()),
        *((part.anchor, part.title, part.headings) for part in parts),
    ]
    if content.has_diary:
        entries.append(("guide-diary", own_words["diary"]["title"], ()))
    entries += [
        ("guide-sources", own_words["sources"], ()),
        ("guide-self-check", own_words["self_check"], ()),
    ]
    return halves(entries, lambda entry: 1.1 + len(entry[2]))


def self_check_document(content: GuideContent) -> str:
    """The self-check alone."""
    return document(content, "self-check", ())


def red_flags_document(content: GuideContent) -> str:
    """The emergency signs on one page, for a wall."""
    return document(content, "red-flag-card", ("red-flag-card",), may_part_groups=True)


def wallet_document(content: GuideContent) -> str:
    """The emergency signs on four small cards."""
    return document(content, "wallet-cards", ("wallet-cards",))


def _sign_groups(
    options: Iterable[Option], *, may_part: bool
) -> tuple[Sequence[_Group], Sequence[_Group]]:
    """The first question's options under their headings, in two columns.

    A group that goes on in the second column has its heading there too.
    """
    if may_part:
        first, second = halves(list(options), _lines_of)
        return _grouped(first), _grouped(second)
    return halves(_grouped(options), lambda group: 1.5 + sum(map(_lines_of, group[1])))


def _tops_of_two(boxes: Sequence[Box]) -> list[Box]:
    """The box that begins the second of two columns."""
    lines = [lines_of(f"{box.text} {box.hint}", LETTERS_A_BOX) for box in boxes]
    return [boxes[place] for place in column_starts(lines, 2)]


def _source_tops(sources: Sequence[Source]) -> list[Source]:
    """The sources that begin the second and the third column; none where they fill a page."""
    lines = [lines_of(short_source(source), LETTERS_A_SOURCE) for source in sources]
    starts = column_starts(lines, 3)
    fits = sum(lines[: starts[0]] if starts else lines) <= LINES_A_PAGE
    return [sources[place] for place in starts] if fits else []


def _grouped(options: Iterable[Option]) -> list[_Group]:
    return [(name, list(members)) for name, members in groupby(options, lambda o: o.group)]


def _lines_of(option: Option) -> float:
    """About how many lines a sign takes in half the width."""
    return 1.3 + len(option.text + option.hint) // LETTERS_A_LINE


def _environment(language: str) -> Environment:
    parts = page_environment(language)
    assert parts.loader is not None
    return parts.overlay(loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), parts.loader]))


def _styles(content: GuideContent, more: Sequence[str]) -> str:
    fonts = sorted(content.fonts.glob("*.woff2"))
    if not fonts:
        raise GuideError(f"{content.fonts}: there is no font (*.woff2). Put the site's font there.")
    face = (
        '@font-face { font-family: "Guide"; '
        f'src: url("{fonts[0].resolve().as_uri()}") format("woff2"); }}'
    )
    sheets = [(HERE / "styles" / f"{name}.css").read_text() for name in (*STYLES, *more)]
    return "\n".join([face, icon_rules(page_environment()), *sheets])


def _figure(content: GuideContent, name: str) -> Markup:
    svg = figure_on_paper(content.topic.figures, name, "cover")
    return Markup(serialised(svg))  # noqa: S704


def _web_code(content: GuideContent) -> Markup:
    """A code that a phone's camera reads, leading to the site; nothing where it has no address."""
    if not content.site_url:
        return Markup()
    title = read_words(content.language)["guide"]["code"].format(address=content.site_url)
    import segno  # here, as a site without an address has no use for it

    code = segno.make(content.site_url, error="m")
    svg = code.svg_inline(scale=4, border=0, dark="#1b2627", title=title)
    return Markup(svg)  # noqa: S704 - drawn by a library from an address
