"""A whole page rewritten for paper, one kind of part after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.guide.page_on_paper.citations import hold_marks, keep_strongest_sources
from generator.guide.page_on_paper.elements import inner_html, parsed
from generator.guide.page_on_paper.figures import redraw_figures
from generator.guide.page_on_paper.links import adapt_link
from generator.guide.page_on_paper.paragraphs import mark_leading_words, remove_empty_paragraphs
from generator.guide.page_on_paper.screen_parts import remove_screen_parts
from generator.guide.page_on_paper.sign_columns import put_signs_in_columns
from generator.guide.page_on_paper.tables import mark_short_tables, stack_long_rows
from generator.guide.page_on_paper.variants import give_variants_their_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from generator.guide.content import GuidePage
    from generator.guide.page_on_paper.links import Targets
    from macros.figure import Figures


def page_on_paper(page: GuidePage, targets: Targets, figures: Figures) -> Markup:
    """Rewrite the content of a page for paper.

    Headings keep their rank below the title of the page, which is left out: the guide's template
    writes it. Ids get the page's anchor in front, so that pages cannot disturb each other.

    Args:
        page: The page.
        targets: Where its links can lead.
        figures: Draws its figures in the colours of paper.
    """
    root = parsed(page.html)
    remove_screen_parts(root)
    redraw_figures(root, page, figures)
    keep_strongest_sources(root, targets)
    hold_marks(root)
    remove_empty_paragraphs(root)
    mark_leading_words(root)
    stack_long_rows(root)
    mark_short_tables(root)
    give_variants_their_words(root)
    put_signs_in_columns(root)
    for element in list(root.iter()):
        _adapt(element, page, targets)
    return Markup(inner_html(root))  # noqa: S704 - the content of our own pages


def _adapt(element: Element, page: GuidePage, targets: Targets) -> None:
    """Make ids the page's own, open what folds, give heads of tables their scope, adapt links."""
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
        adapt_link(element, page, targets)
