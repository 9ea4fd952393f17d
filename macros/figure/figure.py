"""One figure of the site: its words, its sources and its drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from .geometry import Point
from .palette import Palette
from .svg import element, number
from .table import Table

Draw = Callable[[Palette, str], str]
WORD_KEYS = ("kind", "title", "description", "caption", "claims", "rows", "says")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        name: how a page asks for it.
        title: what it shows, in a few words.
        description: what a person who cannot see it needs to know.
        caption: the line under it.
        claims: ids of the claims of the evidence register that it rests on.
        says: the whole message of a chart in one sentence; empty for a picture.
        rows: a small table with the numbers of a chart: (what, value) pairs.
        size: width and height in units; a unit is a CSS pixel at full size.
        draw: writes the content of the drawing for a palette and a prefix for ids.
    """

    name: str
    title: str
    description: str
    caption: str
    claims: tuple[str, ...]
    says: str
    rows: tuple[tuple[str, str], ...]
    size: Point
    draw: Draw = field(repr=False, compare=False)

    def svg(self, palette: Palette, instance: str = "") -> str:
        """The whole drawing as one SVG element with its title and description.

        Args:
            palette: the colours.
            instance: told apart from other drawings of the same figure on one page.
        """
        prefix = f"figure-{self.name}{'-' + instance if instance else ''}"
        width, height = self.size
        named = element("title", escape(self.title), id=f"{prefix}-title") + element(
            "desc", escape(self.description), id=f"{prefix}-desc"
        )
        return element(
            "svg",
            named + self.draw(palette, prefix),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(width)} {number(height)}",
            width=width,
            height=height,
            role="img",
            aria_labelledby=f"{prefix}-title {prefix}-desc",
            font_family=palette.font,
        )


def read_figure(name: str, table: Table, size: Point, draw: Draw) -> Figure:
    """Read the words of one [figures.<name>] table.

    Raises:
        FigureError: a key is missing or of the wrong form.
    """
    rows = table.tables("rows")
    for row in rows:
        row.allow("what", "value")
    return Figure(
        name=name,
        title=table.words("title"),
        description=table.words("description"),
        caption=table.words("caption"),
        claims=table.texts("claims"),
        says=table.words("says") if "says" in table else "",
        rows=tuple((row.words("what"), row.words("value")) for row in rows),
        size=size,
        draw=draw,
    )
