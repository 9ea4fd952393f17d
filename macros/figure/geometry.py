"""Plane geometry for drawings: points, angles in degrees, reach of a two-part limb.

The plane has y upwards and 0 degrees pointing right; `svg.py` turns y over when it writes.
"""

from __future__ import annotations

import math

Point = tuple[float, float]


def along(start: Point, angle: float, length: float) -> Point:
    """The point `length` units from `start` in the direction `angle` (degrees)."""
    radians = math.radians(angle)
    return (start[0] + length * math.cos(radians), start[1] + length * math.sin(radians))


def placed(origin: Point, angle: float, local: Point) -> Point:
    """`local` (ahead, left) in the frame that stands at `origin` and looks along `angle`."""
    return along(along(origin, angle, local[0]), angle + 90, local[1])


def direction(start: Point, end: Point) -> float:
    """The angle in degrees from `start` to `end`."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def distance(a: Point, b: Point) -> float:
    """The length of the straight line from `a` to `b`."""
    return math.hypot(b[0] - a[0], b[1] - a[1])


def between(a: Point, b: Point, share: float) -> Point:
    """The point at `share` (0 to 1) of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def middle_joint(root: Point, end: Point, upper: float, lower: float, bends_left: bool) -> Point:
    """The knee or elbow of a limb from `root` to `end` with parts of length `upper`, `lower`.

    Args:
        root: the hip or shoulder.
        end: the ankle or wrist.
        upper: length of the part at the root.
        lower: length of the part at the end.
        bends_left: the joint lies to the left of the line from root to end, else to the right.

    A limb that is too short is drawn straight towards its end: `reach_missing` tells by how much.
    """
    span = min(max(distance(root, end), abs(upper - lower) + 0.01), upper + lower)
    cosine = (upper**2 + span**2 - lower**2) / (2 * upper * span)
    opening = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    return along(root, direction(root, end) + (opening if bends_left else -opening), upper)


def reach_missing(root: Point, end: Point, upper: float, lower: float) -> float:
    """How many units a limb is too short to go from `root` to `end` (0 if it reaches)."""
    return max(0.0, distance(root, end) - upper - lower)


def through(points: list[Point], share: float) -> tuple[Point, float]:
    """Place and direction (degrees) at `share` (0 to 1) of a smooth line through `points`."""
    last = len(points) - 1
    scaled = min(max(share, 0.0), 1.0) * last
    index = min(int(scaled), last - 1)
    rest = scaled - index
    before = points[index - 1] if index else _mirrored(points[1], points[0])
    after = points[index + 2] if index + 2 <= last else _mirrored(points[-2], points[-1])
    first, second = points[index], points[index + 1]
    place = tuple(
        _catmull_rom(before[axis], first[axis], second[axis], after[axis], rest) for axis in (0, 1)
    )
    ahead = tuple(
        _catmull_rom_slope(before[axis], first[axis], second[axis], after[axis], rest)
        for axis in (0, 1)
    )
    return (place[0], place[1]), math.degrees(math.atan2(ahead[1], ahead[0]))


def _mirrored(point: Point, centre: Point) -> Point:
    return (2 * centre[0] - point[0], 2 * centre[1] - point[1])


def _catmull_rom(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - 3 * c + d - a) * t**3
    )


def _catmull_rom_slope(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        (c - a) + 2 * (2 * a - 5 * b + 4 * c - d) * t + 3 * (3 * b - 3 * c + d - a) * t**2
    )
