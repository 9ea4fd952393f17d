"""A smooth curve through a few points that never overshoots them (monotone cubic)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

Points = Sequence[tuple[float, float]]


def curve_path(points: Points, width: float, height: float, last_day: float) -> str:
    """The curve as the `d` of an SVG path.

    Args:
        points: Days and heights from 0 to 1, in order of days.
        width: Units from day 0 to `last_day`.
        height: Units from height 0 to 1; SVG counts downward.
        last_day: The day at the right edge.
    """
    scaled = [(day / last_day * width, height - value * height) for day, value in points]
    slopes = _slopes(scaled)
    path = f"M{scaled[0][0]:.1f} {scaled[0][1]:.1f}"
    for ((x0, y0), (x1, y1)), (m0, m1) in zip(pairwise(scaled), pairwise(slopes), strict=True):
        third = (x1 - x0) / 3
        path += (
            f"C{x0 + third:.1f} {y0 + m0 * third:.1f} "
            f"{x1 - third:.1f} {y1 - m1 * third:.1f} {x1:.1f} {y1:.1f}"
        )
    return path


def height_at(points: Points, day: float) -> float:
    """The height of the curve on a day."""
    days = [point[0] for point in points]
    right = min(max(bisect_right(days, day), 1), len(points) - 1)
    (x0, y0), (x1, y1) = points[right - 1], points[right]
    slopes = _slopes(points)
    span = x1 - x0
    t = min(max((day - x0) / span, 0), 1)
    return (
        (1 + 2 * t) * (1 - t) ** 2 * y0
        + t * (1 - t) ** 2 * span * slopes[right - 1]
        + t * t * (3 - 2 * t) * y1
        + t * t * (t - 1) * span * slopes[right]
    )


def _slopes(points: Points) -> list[float]:
    """A slope for each point, flat where the curve turns (Fritsch and Carlson)."""
    steps = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    inner = [
        0.0 if before * after <= 0 else 2 * before * after / (before + after)
        for before, after in pairwise(steps)
    ]
    return [steps[0], *inner, steps[-1]]
