"""Small charts of bars side by side: how an amount changes from one step to the next."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Point
from .palette import Palette
from .svg import element, words
from .table import Table

GAP, MARGIN, TOP, BOTTOM = 36.0, 12.0, 74.0, 34.0
TONES = ("good", "care")


@dataclass(frozen=True)
class Series:
    """One small chart.

    Attributes:
        marked: index of the bar to point out, or None; `says` is written above it.
    """

    heading: str
    bars: list[float]
    marked: int | None
    says: str
    tone: str


@dataclass(frozen=True)
class BarChart:
    """Small charts on one scale."""

    size: Point
    series: list[Series]
    across_says: str
    unit: str


def read_bar_chart(table: Table) -> BarChart:
    """Read and check the drawing part of a figure of kind "bar-chart".

    Raises:
        FigureError: a key is missing, unknown or of the wrong form.
    """
    series = []
    for one in table.tables("series"):
        one.allow("heading", "bars", "marked", "says", "tone")
        bars = one.numbers("bars")
        marked = int(one.amount("marked")) - 1 if "marked" in one else None
        if marked is not None and not 0 <= marked < len(bars):
            raise one.wrong(
                "marked", f"there is no bar {marked + 1}.", f"Write a number from 1 to {len(bars)}."
            )
        says = one.words("says") if "says" in one else ""
        series.append(Series(one.words("heading"), bars, marked, says, one.choice("tone", TONES)))
    return BarChart(table.point("size"), series, table.words("across-says"), table.words("unit"))


def draw_bar_chart(chart: BarChart, palette: Palette) -> str:
    """The content of the chart as SVG."""
    width, _ = chart.size
    panel = (width - 2 * MARGIN - GAP * (len(chart.series) - 1)) / len(chart.series)
    highest = max(max(one.bars) for one in chart.series)
    return "".join(
        _draw_series(one, MARGIN + index * (panel + GAP), panel, highest, chart, palette)
        for index, one in enumerate(chart.series)
    )


def _draw_series(
    one: Series, left: float, width: float, highest: float, chart: BarChart, palette: Palette
) -> str:
    floor = chart.size[1] - BOTTOM
    step = width / len(one.bars)
    drawn = words(one.heading, (left, 22), 17, palette["ink"], font_weight="650")
    for index, amount in enumerate(one.bars):
        height = amount / highest * (floor - TOP)
        middle = left + step * (index + 0.5)
        marked = index == one.marked
        drawn += element(
            "rect",
            x=middle - step * 0.36,
            y=floor - height,
            width=step * 0.72,
            height=height,
            rx=3,
            fill=palette[one.tone if marked else f"{one.tone}-soft"],
        )
        ends = index == 0 or (index == len(one.bars) - 1 and amount != one.bars[index - 1])
        if marked or ends:
            drawn += words(
                f"{amount:g} {chart.unit}" if marked else f"{amount:g}", (middle, floor - height - 7), 15, palette["ink"],
                text_anchor="middle", font_weight="600" if marked else None,
            )  # fmt: skip
    return drawn + _floor(one, left, width, floor, chart, palette)


def _floor(
    one: Series, left: float, width: float, floor: float, chart: BarChart, palette: Palette
) -> str:
    line = element(
        "path",
        d=f"M{left:.1f} {floor + 1:.1f}h{width:.1f}",
        stroke=palette["ink-soft"],
        stroke_width=2,
        stroke_linecap="round",
    )
    below = words(
        chart.across_says, (left + width / 2, floor + 24), 15, palette["ink-soft"],
        text_anchor="middle",
    )  # fmt: skip
    return line + below + words(one.says, (left, 44), 15, palette["ink-soft"])
