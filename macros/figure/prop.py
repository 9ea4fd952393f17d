"""Things that a figure holds or leans on."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Point
from .palette import Palette
from .person import Flip
from .svg import element
from .table import Table

KINDS = ("barbell", "dumbbell", "table", "mat", "box")
PLATE, PLATE_SMALL = 31.0, 20.0  # 45 cm and 29 cm beside an adult of 175 cm


@dataclass(frozen=True)
class Prop:
    """One thing in a picture.

    Attributes:
        kind: one of KINDS.
        at: its place: the middle of a bar, the left end of the top of a table, mat or box.
        size: (width, height) of a table, mat or box; (radius of the plates, 0) of a bar.
    """

    kind: str
    at: Point
    size: Point


def read_prop(table: Table) -> Prop:
    """Read and check one [[figures.<name>.props]] table."""
    table.allow("kind", "at", "size")
    kind = table.choice("kind", KINDS)
    usual = {"barbell": (PLATE, 0.0), "dumbbell": (9.0, 0.0), "mat": (300.0, 5.0)}
    return Prop(kind, table.point("at"), table.point("size", usual.get(kind, (90.0, 100.0))))


def draw_behind(prop: Prop, palette: Palette, flip: Flip) -> str:
    """The part of `prop` that lies behind the figure."""
    if prop.kind in ("barbell", "dumbbell"):
        centre, radius = flip(prop.at), prop.size[0]
        rings = "".join(
            element("circle", cx=centre[0], cy=centre[1], r=radius * share)
            for share in ((1.0, 0.72) if prop.kind == "barbell" else (1.0,))
        )
        return element(
            "g", rings, fill=palette["iron"], stroke=palette["iron-edge"], stroke_width=2
        )
    left, top = flip(prop.at)
    width, height = prop.size
    if prop.kind == "table":
        legs = "".join(
            element("path", d=f"M{left + x:.0f} {top + 6:.0f}v{height - 6:.0f}")
            for x in (9, width - 9)
        )
        return element(
            "g",
            legs + element("path", d=f"M{left + 3:.0f} {top + 3.5:.0f}h{width - 6:.0f}"),
            stroke=palette["iron-edge"],
            stroke_width=7,
            stroke_linecap="round",
        )
    return element("rect", x=left, y=top, width=width, height=height, rx=2.5, fill=palette["iron"])


def draw_front(prop: Prop, palette: Palette, flip: Flip) -> str:
    """The part of `prop` that lies before the figure: the end of a bar."""
    if prop.kind not in ("barbell", "dumbbell"):
        return ""
    centre = flip(prop.at)
    return element(
        "circle",
        cx=centre[0],
        cy=centre[1],
        r=4,
        fill=palette["iron-edge"],
        stroke=palette["ink"],
        stroke_width=1.6,
    )


def bounds(prop: Prop) -> list[Point]:
    """Points that bound `prop`, for placing it in a picture."""
    x, y = prop.at
    width, height = prop.size
    if prop.kind in ("barbell", "dumbbell"):
        return [(x - width, y - width), (x + width, y + width)]
    return [(x, y), (x + width, y - height)]
