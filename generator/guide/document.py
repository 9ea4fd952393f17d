"""The documents that are printed, as HTML with their styles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from generator.guide.content import GuideError
from generator.guide.icons import icon_rules
from generator.guide.page_on_paper import (
    Targets,
    figure_on_paper,
    headings_of,
    page_on_paper,
    sources_cited,
)
from macros.care_card import css_name
from macros.citation import source_anchor
from macros.environment import page_environment
from macros.paper_self_check import paper_self_check_html
from triage_py import Disposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.guide.content import GuideContent

HERE = Path(__file__).parent
STYLES = (
    "page", "text", "cover", "contents", "care-card", "red-flags", "table", "timeline", "figure",
    "self-check", "diary", "sources",
)  # fmt: skip


def document(content: GuideContent, template: str, styles: Sequence[str], **more: object) -> str:
    """Fill a template of a printed document.

    Args:
        content: What is printed.
        template: The template's name, without its ending.
        styles: Style sheets that this document has on top of the shared ones.
        more: What else the template needs.

    Raises:
        GuideError: The settings name a figure that does not exist.
    """
    environment = _environment()
    protocol = content.topic.protocol
    return environment.get_template(f"{template}.jinja").render(
        content=content,
        settings=content.settings,
        publisher=content.publisher,
        protocol=protocol,
        region=content.region,
        levels=sorted(Disposition, reverse=True),
        css_name=css_name,
        day=_day,
        styles=Markup(_styles(environment, content, styles)),  # noqa: S704 - our own files
        figure=lambda name: _figure(content, name),
        self_check=lambda: paper_self_check_html(
            protocol, content.region, environment=page_environment(), medium="print", heading=3
        ),
        **more,
    )


def guide_document(content: GuideContent, styles: Sequence[str]) -> str:
    """The whole guide."""
    cited = sources_cited(content.pages)
    numbers = content.topic.source_numbers(content.claims_used)
    sources = [
        (number, source_anchor(id), content.topic.register.source(id))
        for id, number in sorted(numbers.items(), key=lambda pair: pair[1])
        if source_anchor(id) in cited
    ]
    targets = Targets(
        pages={page.url.strip("/"): page for page in content.pages},
        site_url=content.site_url,
        sources=frozenset(anchor for _, anchor, _ in sources),
    )
    parts = [
        (page, headings_of(page), page_on_paper(page, targets, content.topic.figures))
        for page in content.pages
    ]
    return document(content, "guide", styles, parts=parts, sources=sources)


def _environment() -> Environment:
    parts = page_environment()
    assert parts.loader is not None  # noqa: S101 - it is made with one
    return parts.overlay(loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), parts.loader]))


def _styles(environment: Environment, content: GuideContent, more: Sequence[str]) -> str:
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
    return Markup(ElementTree.tostring(svg, encoding="unicode", method="html"))  # noqa: S704


def _day(value: object) -> str:
    """A date in words, such as 24 November 2026."""
    return f"{value:%-d %B %Y}" if hasattr(value, "strftime") else str(value)
