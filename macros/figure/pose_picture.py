"""A picture of one or more posed figures on the ground, with what they hold and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from . import prop as props
from .geometry import Point
from .mark import Mark, draw_mark, read_mark
from .palette import Palette
from .person import draw_person, outline
from .pose import Joints, Limb, Pose, solve
from .problem import did_you_mean
from .prop import Prop, read_prop
from .svg import element
from .table import Table

MARGIN = 18.0


@dataclass(frozen=True)
class PosePicture:
    """Figures, things and marks.

    Attributes:
        size: width and height in units, high enough for what is in it; the ground lies `ground` units above the lower edge.
        people: each figure's joints, moved to its place across the picture.
    """

    size: Point
    ground: float
    people: list[Joints]
    props: list[Prop]
    marks: list[Mark]


def read_pose_picture(table: Table, poses: dict[str, Pose]) -> PosePicture:
    """Read and check the drawing part of a figure of kind "pose".

    Raises:
        FigureError: an unknown pose, a limb that cannot reach, a mark at an unknown joint.
    """
    people = []
    for person in table.tables("people"):
        person.allow("pose", "at")
        name = person.words("pose")
        if name not in poses:
            raise person.wrong("pose", f'there is no pose "{name}".', did_you_mean(name, poses))
        people.append(moved(solve(poses[name]), person.amount("at", 0.0)))
    if not people:
        raise table.wrong(
            "people", "a picture needs a figure.", f'Add [[{table.key}.people]] pose = "...".'
        )
    things = [read_prop(prop) for prop in table.tables("props")]
    ground = table.amount("ground", 26.0)
    return PosePicture(
        size=(table.amount("width"), _height(people, things) + ground),
        ground=ground,
        people=people,
        props=things,
        marks=[read_mark(mark, len(people)) for mark in table.tables("marks")],
    )


def draw_pose_picture(picture: PosePicture, palette: Palette) -> str:
    """The content of the picture as SVG, without the outer element."""
    width, height = picture.size
    floor = height - picture.ground
    across = [x for x, _ in _bounds(picture.people, picture.props)]
    left, right = min(across), max(across)
    shift = width / 2 - (left + right) / 2

    def flip(point: Point) -> Point:
        return (point[0] + shift, floor - point[1])

    drawn = _ground(picture, palette, flip, floor)
    drawn += "".join(props.draw_behind(prop, palette, flip) for prop in picture.props)
    drawn += "".join(draw_person(joints, palette, flip) for joints in picture.people)
    drawn += "".join(props.draw_front(prop, palette, flip) for prop in picture.props)
    return drawn + "".join(draw_mark(mark, picture.people, palette, flip) for mark in picture.marks)


def moved(joints: Joints, across: float) -> Joints:
    """The same figure `across` units further to the right."""

    def there(point: Point) -> Point:
        return (point[0] + across, point[1])

    def limb(held: Limb) -> Limb:
        return replace(held, root=there(held.root), middle=there(held.middle), end=there(held.end))

    return replace(
        joints,
        spine=[there(point) for point in joints.spine],
        shoulder=there(joints.shoulder),
        neck_top=there(joints.neck_top),
        head=there(joints.head),
        arms={side: limb(held) for side, held in joints.arms.items()},
        legs={side: limb(held) for side, held in joints.legs.items()},
    )


def _height(people: list[Joints], things: list[Prop]) -> float:
    """Room above the ground for everything in the picture."""
    return round(max(up for _, up in _bounds(people, things)) + MARGIN)


def _bounds(people: list[Joints], things: list[Prop]) -> list[Point]:
    return [point for joints in people for point in outline(joints)] + [
        point for thing in things for point in props.bounds(thing)
    ]


def _ground(
    picture: PosePicture, palette: Palette, flip: Callable[[Point], Point], floor: float
) -> str:
    shadows = ""
    for joints in picture.people:
        low = [point for point in outline(joints) if point[1] < 40]
        if not low:
            continue
        left, right = flip(min(low)), flip(max(low))
        shadows += element(
            "ellipse",
            cx=(left[0] + right[0]) / 2,
            cy=floor + 5,
            rx=(right[0] - left[0]) / 2 + 16,
            ry=5,
        )
    line = element(
        "path",
        d=f"M{MARGIN:.0f} {floor + 1.5:.1f}H{picture.size[0] - MARGIN:.0f}",
        stroke=palette["ground"],
        stroke_width=3,
        stroke_linecap="round",
    )
    return element("g", shadows, fill=palette["shadow"]) + line if shadows else line
