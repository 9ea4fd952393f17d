"""A smooth curve through points that never overshoots them: it rises and falls only where they do."""

from __future__ import annotations

from .geometry import Point


def follow(points: list[Point], at: float) -> float:
    """The height of the curve through `points` (sorted by their first number) at `at`.

    Before the first point and after the last one the height stays that of the point.
    """
    if at <= points[0][0]:
        return points[0][1]
    for index in range(len(points) - 1):
        (start, low), (end, high) = points[index], points[index + 1]
        if at <= end:
            span = end - start
            share = (at - start) / span
            first, second = _slope(points, index) * span, _slope(points, index + 1) * span
            square, cube = share**2, share**3
            return (
                (2 * cube - 3 * square + 1) * low
                + (cube - 2 * square + share) * first
                + (3 * square - 2 * cube) * high
                + (cube - square) * second
            )
    return points[-1][1]


def _slope(points: list[Point], index: int) -> float:
    if index in (0, len(points) - 1):
        return 0.0
    before, here, after = points[index - 1], points[index], points[index + 1]
    rise_in = (here[1] - before[1]) / (here[0] - before[0])
    rise_out = (after[1] - here[1]) / (after[0] - here[0])
    if rise_in * rise_out <= 0:
        return 0.0
    return 2 * rise_in * rise_out / (rise_in + rise_out)
