"""What a picture of a pose points out: a line through the spine, an arrow, a word with its sign."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Point, direction, placed
from .palette import Palette
from .person import Flip, spine_line
from .pose import PLACES, Joints
from .svg import element, line_to, move, smooth, words
from .table import Table

KINDS = ("spine", "line", "plumb", "arrow", "turn", "word", "good", "care")
WORD_SIZE = 16.0


@dataclass(frozen=True)
class Mark:
    """One mark in a picture.

    Attributes:
        kind: one of KINDS.
        person: index of the figure it belongs to.
        joints: names of the joints it runs through or stands at.
        offset: moved by (across, up) from its joint; of a word without a joint, its place.
        to: an arrow ends at this (across, up) from its start.
        text: the word beside it.
        colour: a name of the palette.
    """

    kind: str
    person: int
    joints: tuple[str, ...]
    offset: Point
    to: Point
    text: str
    colour: str
    anchor: str


def read_mark(table: Table, people: int) -> Mark:
    """Read and check one [[figures.<name>.marks]] table."""
    table.allow("kind", "person", "joints", "offset", "to", "text", "tone", "anchor")
    kind = table.choice("kind", KINDS)
    person = int(table.amount("person", 0))
    if not 0 <= person < people:
        raise table.wrong(
            "person", f"there is no figure {person}.", f"The figures are 0 to {people - 1}."
        )
    joints = table.texts("joints")
    for joint in joints:
        if joint not in PLACES:
            raise table.wrong(
                "joints", f'there is no joint "{joint}".', f"Known: {', '.join(PLACES)}."
            )
    if kind in ("line", "plumb", "arrow", "turn") and not joints:
        raise table.wrong("joints", "this mark needs a joint.", 'Add joints = ["hip"].')
    tone = table.choice("tone", ("good", "care", "ink-soft"), "good")
    text = table.words("text") if kind in ("word", "good", "care") else table.words("text", " ")
    return Mark(
        kind=kind,
        person=person,
        joints=joints,
        offset=table.point("offset", (0.0, 0.0)),
        to=table.point("to", (0.0, 0.0)),
        text=text.strip(),
        colour="care" if kind == "care" else tone,
        anchor=table.choice("anchor", ("start", "middle", "end"), "middle"),
    )


def draw_mark(mark: Mark, people: list[Joints], palette: Palette, flip: Flip) -> str:
    """One mark as SVG.

    Args:
        mark: what to draw.
        people: the figures of the picture, each already in its place.
        palette: the colours.
        flip: takes a point of the pose (y upwards) to the drawing (y downwards).
    """
    joints = people[mark.person]
    colour = palette[mark.colour]
    if mark.kind == "spine":
        d = smooth([flip(point) for point in spine_line(joints)])
        halo = _stroke(d, palette["paper"], 6.5)
        return halo + _stroke(d, palette[mark.colour], 3.2)
    places = [_moved(joints.place(name), mark.offset) for name in mark.joints]
    if mark.kind == "line":
        d = move(flip(places[0])) + line_to(*(flip(place) for place in places[1:]))
        return _stroke(d, colour, 2.4, dashes="2 6")
    if mark.kind == "plumb":
        top = flip(places[0])
        d = move(top) + line_to(flip((places[0][0], 0.0)))
        return _stroke(d, colour, 2.4, dashes="2 6") + _label(mark, top, palette)
    if mark.kind == "arrow":
        end = (places[0][0] + mark.to[0], places[0][1] + mark.to[1])
        return _arrow(flip(places[0]), flip(end), colour) + _label(mark, flip(places[0]), palette)
    at = flip(places[0]) if places else flip(mark.offset)
    if mark.kind == "word":
        return words(mark.text, at, WORD_SIZE, palette[mark.colour], text_anchor=mark.anchor)
    return _sign(mark, at, palette)


def _moved(place: Point | None, offset: Point) -> Point:
    assert place is not None  # read_mark lets known joints through only
    return (place[0] + offset[0], place[1] + offset[1])


def _stroke(d: str, colour: str, width: float, dashes: str | None = None) -> str:
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        stroke_dasharray=dashes,
    )


def _arrow(start: Point, end: Point, colour: str) -> str:
    heading = direction(start, end)
    barbs = [placed(end, heading, (-9, side * 6.5)) for side in (1, -1)]
    d = move(start) + line_to(end) + move(barbs[0]) + line_to(end, barbs[1])
    return _stroke(d, colour, 3.2)


def _label(mark: Mark, at: Point, palette: Palette) -> str:
    if not mark.text:
        return ""
    return words(
        mark.text, (at[0], at[1] - 9), WORD_SIZE, palette[mark.colour], text_anchor="middle"
    )


def _sign(mark: Mark, at: Point, palette: Palette) -> str:
    """A tick or a calm caution triangle, then its word: the shape says it without colour."""
    colour = palette[mark.colour]
    width = len(mark.text) * 8.0 + 30
    left = at[0] - width / 2
    middle = at[1] - 6
    if mark.kind == "good":
        sign = element("circle", cx=left + 10, cy=middle, r=10, fill=colour) + _stroke(
            f"M{left + 5.4:.1f} {middle + 0.4:.1f}l3.4 3.5 6-7", palette["paper"], 2.4
        )
    else:
        tip = (left + 10, middle - 8)
        corners = ((left + 19, middle + 7.5), (left + 1, middle + 7.5))
        sign = element(
            "path",
            d=move(tip) + line_to(*corners) + "Z",
            fill="none",
            stroke=colour,
            stroke_width=2.6,
            stroke_linejoin="round",
        ) + _stroke(f"M{left + 10:.1f} {middle - 1.5:.1f}v3.4m0 3.4v.1", colour, 2.4)
    return sign + words(mark.text, (left + 28, at[1]), WORD_SIZE, palette["ink"], font_weight="650")
