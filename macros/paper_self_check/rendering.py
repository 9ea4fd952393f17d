"""The sheet as HTML, for a page and for paper."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from macros.care_card import css_name
from macros.environment import words_in
from macros.paper_self_check.composing import paper_self_check
from macros.paper_self_check.wording import Wording
from triage_py import Disposition

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from jinja2 import Environment

    from macros.paper_self_check.form import Box, Item
    from macros.region import Region
    from triage_py import Protocol

SHORT = 24
"""A box with at most so many characters takes half a line or less."""


def paper_self_check_html(
    protocol: Protocol,
    region: Region,
    *,
    environment: Environment,
    medium: Literal["screen", "print"] = "screen",
    heading: int = 2,
    column_tops: Callable[[Sequence[Box]], Collection[Box]] = lambda _boxes: (),
) -> Markup:
    """Write the sheet.

    Args:
        protocol: What is asked and what follows.
        region: Whose numbers are called.
        environment: The environment that finds `paper_self_check/paper_self_check.jinja`.
        medium: `screen` has boxes that can be ticked; `print` has boxes for a pen.
        heading: The level of its headings, 2 where it follows the title of a page.
        column_tops: Which of the boxes in one list of the first question begin a new column.

    Raises:
        PaperError: The protocol cannot be followed with a pen.
    """
    paper = paper_self_check(protocol)
    own_words = words_in(environment)["paper_self_check"]
    html = environment.get_template("paper_self_check/paper_self_check.jinja").render(
        paper=paper,
        words=Wording(paper, own_words),
        grouped=grouped,
        has_short_boxes=has_short_boxes,
        shared_level=shared_level,
        own=own_words,
        levels=sorted(Disposition, reverse=True),
        css_name=css_name,
        protocol=protocol,
        region=region,
        medium=medium,
        heading=heading,
        column_tops=column_tops,
    )
    # A blank line would end the block for Markdown.
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes


def shared_level(item: Item) -> Disposition | None:
    """The level that every real box of a question leads to; None where they differ."""
    levels = {box.level for box in item.boxes if box.code not in (item.none, item.not_sure)}
    return next(iter(levels)) if len(levels) == 1 else None


def grouped(item: Item) -> list[tuple[str, list[Box]]]:
    """The boxes with the heading above them; "none of these" and "not sure" by themselves."""
    last = (item.none, item.not_sure)
    runs = groupby(
        item.boxes, lambda box: ("" if box.code in last else box.group, box.code in last)
    )
    return [(group, list(members)) for (group, _), members in runs]


def has_short_boxes(item: Item) -> bool:
    """Whether its boxes are so short that they can stand side by side."""
    return bool(item.boxes) and all(len(box.text) <= SHORT for box in item.boxes)
