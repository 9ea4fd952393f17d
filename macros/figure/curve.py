"""A smooth curve through points that never overshoots: it rises and falls only where they do."""

from __future__ import annotations

from itertools import pairwise

from .geometry import Point

Piece = tuple[Point, Point, Point, Point]


def pieces(points: list[Point], start: float, end: float) -> list[Piece]:
    """The curve through `points` (sorted by their first number) from `start` to `end`.

    Returns:
        Cubic Bezier pieces: where each begins, its two control points, where it ends.
    """
    inner = [at for at, _ in points if start < at < end]
    stops = [start, *inner, end]
    found = []
    for left, right in pairwise(stops):
        third = (right - left) / 3
        low, rising = _follow(points, left, right)
        high, falling = _follow(points, right, left)
        found.append(
            (
                (left, low),
                (left + third, low + rising * third),
                (right - third, high - falling * third),
                (right, high),
            )
        )
    return found


def _follow(points: list[Point], at: float, towards: float) -> tuple[float, float]:
    """Height and slope of the curve at `at`, on the side of `towards`."""
    for index, ((start, low), (end, high)) in enumerate(pairwise(points)):
        if start <= min(at, towards) and max(at, towards) <= end:
            span = end - start
            t = (at - start) / span
            first, second = _slope(points, index) * span, _slope(points, index + 1) * span
            height = (
                (2 * t**3 - 3 * t**2 + 1) * low
                + (t**3 - 2 * t**2 + t) * first
                + (3 * t**2 - 2 * t**3) * high
                + (t**3 - t**2) * second
            )
            slope = (
                6 * (t**2 - t) * (low - high)
                + (3 * t**2 - 4 * t + 1) * first
                + (3 * t**2 - 2 * t) * second
            )
            return height, slope / span
    return (points[0][1] if at <= points[0][0] else points[-1][1]), 0.0


def _slope(points: list[Point], index: int) -> float:
    if index in (0, len(points) - 1):
        return 0.0
    before, here, after = points[index - 1], points[index], points[index + 1]
    rise_in = (here[1] - before[1]) / (here[0] - before[0])
    rise_out = (after[1] - here[1]) / (after[0] - here[0])
    if rise_in * rise_out <= 0:
        return 0.0
    return 2 * rise_in * rise_out / (rise_in + rise_out)
