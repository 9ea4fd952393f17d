"""SVG written by hand: short numbers, escaped text, paths made of capsules and smooth lines."""

from __future__ import annotations

import math
from html import escape

from .geometry import Point, along, direction, distance


def number(value: float) -> str:
    """A coordinate with at most one decimal: finer than any screen, and half the bytes."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def element(tag: str, content: str = "", /, **attributes: str | float | None) -> str:
    """One SVG element; `stroke_width=2` becomes `stroke-width="2"`, None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def words(text: str, at: Point, size: float, colour: str, **attributes: str | float | None) -> str:
    """A line of text with its baseline at `at`."""
    return element(
        "text",
        escape(text, quote=False),
        x=at[0],
        y=at[1],
        font_size=size,
        fill=colour,
        **attributes,
    )


def move(point: Point) -> str:
    """Start a path at `point`."""
    return f"M{number(point[0])} {number(point[1])}"


def line_to(*points: Point) -> str:
    """Straight lines on to each of `points`."""
    return "".join(f"L{number(x)} {number(y)}" for x, y in points)


def circle(centre: Point, radius: float) -> str:
    """A circle as path data, so that it can join a shape made of capsules."""
    left, right = (centre[0] - radius, centre[1]), (centre[0] + radius, centre[1])
    return f"{move(left)}{_arc(radius, False, right)}{_arc(radius, False, left)}Z"


def capsule(start: Point, start_radius: float, end: Point, end_radius: float) -> str:
    """A limb part with round ends that may taper, as path data."""
    length = distance(start, end)
    if length <= abs(start_radius - end_radius) + 0.01:
        bigger = start if start_radius >= end_radius else end
        return circle(bigger, max(start_radius, end_radius))
    heading = direction(start, end)
    lean = math.degrees(math.acos((start_radius - end_radius) / length))
    wide_start = start_radius >= end_radius
    return (
        move(along(start, heading + lean, start_radius))
        + _arc(start_radius, wide_start, along(start, heading - lean, start_radius), sweep=1)
        + line_to(along(end, heading - lean, end_radius))
        + _arc(end_radius, not wide_start, along(end, heading + lean, end_radius), sweep=1)
        + "Z"
    )


def smooth(points: list[Point], closed: bool = False) -> str:
    """A smooth line through all of `points`, as path data."""
    return move(points[0]) + smooth_on(points, closed) + ("Z" if closed else "")


def smooth_on(points: list[Point], closed: bool = False) -> str:
    """The same line, to follow on a path that has already come to the first of `points`."""
    count = len(points)
    data = ""
    for index in range(count if closed else count - 1):
        before = points[index - 1] if closed or index else points[0]
        first, second = points[index], points[(index + 1) % count]
        after = points[(index + 2) % count] if closed or index + 2 < count else points[-1]
        bend_out = (first[0] + (second[0] - before[0]) / 6, first[1] + (second[1] - before[1]) / 6)
        bend_in = (second[0] - (after[0] - first[0]) / 6, second[1] - (after[1] - first[1]) / 6)
        data += "C" + " ".join(f"{number(x)} {number(y)}" for x, y in (bend_out, bend_in, second))
    return data


def _arc(radius: float, large: bool, end: Point, sweep: int = 1) -> str:
    size = number(radius)
    return f"A{size} {size} 0 {int(large)} {sweep} {number(end[0])} {number(end[1])}"


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
