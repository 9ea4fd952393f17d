"""A chart of bands over time: how something tends to rise and fall, as a range and not a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .curve import follow
from .geometry import Point
from .palette import Palette
from .svg import element, line_to, move, words
from .table import Table

Place = Callable[[Point], Point]

LABEL, SMALL = 16.0, 15.0
LEFT, RIGHT, TOP, BOTTOM = 16.0, 14.0, 16.0, 38.0
STEPS = 40
TONES = ("good", "good-soft", "good-pale", "care", "care-soft")


@dataclass(frozen=True)
class Tick:
    """A place on the time axis with its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """The time axis.

    Attributes:
        knots: (time, share of the width) pairs; between them time runs evenly. Two knots make an
            even axis, three make one whose second part is pressed together, marked by a break.
        ticks: what is written below it.
    """

    knots: list[Point]
    ticks: list[Tick]


@dataclass(frozen=True)
class Band:
    """A range between a lower and an upper edge, each given as (time, height) points."""

    lower: list[Point]
    upper: list[Point]
    tone: str
    edge: str
    dots: list[Point]


@dataclass(frozen=True)
class ChartNote:
    """Words in the chart at (time, height), with a bracket or a line if asked for."""

    text: str
    at: Point
    tone: str
    anchor: str
    bracket: tuple[float, float] | None
    line_to: Point | None


@dataclass(frozen=True)
class BandChart:
    """Bands, notes and their axis."""

    size: Point
    axis: Axis
    highest: float
    height_says: str
    bands: list[Band]
    notes: list[ChartNote]


def read_band_chart(table: Table) -> BandChart:
    """Read and check the drawing part of a figure of kind "band-chart".

    Raises:
        FigureError: a key is missing, unknown or of the wrong form.
    """
    axis = table.table("axis")
    axis.allow("knots", "ticks")
    ticks = []
    for tick in axis.tables("ticks"):
        tick.allow("at", "text")
        ticks.append(Tick(tick.amount("at"), tick.words("text")))
    return BandChart(
        size=table.point("size"),
        axis=Axis(_pairs(axis, "knots"), ticks),
        highest=table.amount("highest"),
        height_says=table.words("height-says"),
        bands=[_read_band(band) for band in table.tables("bands")],
        notes=[_read_note(note) for note in table.tables("notes")],
    )


def draw_band_chart(chart: BandChart, palette: Palette) -> str:
    """The content of the chart as SVG."""
    width, height = chart.size
    floor = height - BOTTOM

    def place(point: Point) -> Point:
        share = _share(chart.axis.knots, point[0])
        return (
            LEFT + share * (width - LEFT - RIGHT),
            floor - point[1] / chart.highest * (floor - TOP),
        )

    return (
        _breaks(chart, palette, place)
        + "".join(_draw_band(band, palette, place) for band in chart.bands)
        + _axis(chart, palette, place)
        + "".join(_draw_note(note, palette, place) for note in chart.notes)
        + words(chart.height_says, (LEFT, TOP + 2), SMALL, palette["ink-soft"])
    )


def _share(knots: list[Point], at: float) -> float:
    for (start, low), (end, high) in zip(knots, knots[1:], strict=False):
        if at <= end:
            return low + (high - low) * (at - start) / (end - start)
    return knots[-1][1]


def _draw_band(band: Band, palette: Palette, place: Place) -> str:
    first, last = band.upper[0][0], band.upper[-1][0]
    times = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    upper = [place((at, follow(band.upper, at))) for at in times]
    lower = [place((at, follow(band.lower, at))) for at in times]
    shape = element(
        "path",
        d=move(upper[0]) + line_to(*upper[1:], *lower[::-1]) + "Z",
        fill=palette[band.tone],
        stroke=palette[band.edge] if band.edge else None,
        stroke_width=2 if band.edge else None,
        stroke_linejoin="round",
    )
    dots = "".join(
        element(
            "circle", cx=place(dot)[0], cy=place(dot)[1], r=5,
            fill=palette[band.edge or "ink"], stroke=palette["paper"], stroke_width=2,
        )
        for dot in band.dots
    )  # fmt: skip
    return shape + dots


def _axis(chart: BandChart, palette: Palette, place: Place) -> str:
    first, last = chart.axis.knots[0][0], chart.axis.knots[-1][0]
    start, end = place((first, 0.0)), place((last, 0.0))
    line = element(
        "path",
        d=move(start) + line_to(end) + "".join(
            move(place((tick.at, 0.0))) + "v6" for tick in chart.axis.ticks
        ),
        stroke=palette["ink-soft"],
        stroke_width=2,
        stroke_linecap="round",
    )  # fmt: skip
    labels = ""
    for tick in chart.axis.ticks:
        at = place((tick.at, 0.0))
        anchor = "start" if tick.at == first else "end" if tick.at == last else "middle"
        at = (at[0] - (2 if anchor == "start" else 0), at[1] + 24)
        labels += words(tick.text, at, SMALL, palette["ink-soft"], text_anchor=anchor)
    return line + labels


def _breaks(chart: BandChart, palette: Palette, place: Place) -> str:
    """A dashed upright where the axis changes its pace."""
    return "".join(
        element(
            "path",
            d=move(place((at, 0.0))) + line_to(place((at, chart.highest * 0.92))),
            stroke=palette["line"],
            stroke_width=2,
            stroke_dasharray="3 6",
            stroke_linecap="round",
        )
        for at, _ in chart.axis.knots[1:-1]
    )


def _draw_note(note: ChartNote, palette: Palette, place: Place) -> str:
    colour = palette[note.tone]
    at = place(note.at)
    drawn = ""
    if note.bracket:
        left, right = (place((time, note.at[1])) for time in note.bracket)
        up = (left[0], left[1] + 7), (right[0], right[1] + 7)
        d = f"{move((up[0][0], up[0][1] + 6))}{line_to(up[0], up[1], (up[1][0], up[1][1] + 6))}"
        drawn += _stroke(d, colour)
    if note.line_to:
        end = place(note.line_to)
        drawn += _stroke(move((at[0], at[1] + 5)) + line_to(end), colour)
    return drawn + "".join(
        words(part, (at[0], at[1] + (index - len(note.text.splitlines()) + 1) * 19), LABEL,
              colour, text_anchor=note.anchor, font_weight="600" if not index else None)
        for index, part in enumerate(note.text.splitlines())
    )  # fmt: skip


def _stroke(d: str, colour: str) -> str:
    return element("path", d=d, fill="none", stroke=colour, stroke_width=2, stroke_linecap="round")


def _read_band(table: Table) -> Band:
    table.allow("lower", "upper", "tone", "edge", "dots")
    return Band(
        lower=_pairs(table, "lower"),
        upper=_pairs(table, "upper"),
        tone=table.choice("tone", TONES),
        edge=table.choice("edge", TONES) if "edge" in table else "",
        dots=_pairs(table, "dots") if "dots" in table else [],
    )


def _read_note(table: Table) -> ChartNote:
    table.allow("text", "at", "tone", "anchor", "bracket", "line-to")
    bracket = table.numbers("bracket", 2) if "bracket" in table else None
    return ChartNote(
        text=table.words("text"),
        at=table.point("at"),
        tone=table.choice("tone", ("ink", "ink-soft", "good", "care"), "ink"),
        anchor=table.choice("anchor", ("start", "middle", "end"), "middle"),
        bracket=(bracket[0], bracket[1]) if bracket else None,
        line_to=table.point("line-to") if "line-to" in table else None,
    )


def _pairs(table: Table, key: str) -> list[Point]:
    numbers = table.numbers(key)
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(numbers) % 2 or len(pairs) < 1:
        raise table.wrong(key, "expected pairs of numbers.", "Write time, height for each point.")
    if [pair[0] for pair in pairs] != sorted({pair[0] for pair in pairs}):
        raise table.wrong(key, "the times do not rise.", "Sort the points by time, each time once.")
    return pairs
