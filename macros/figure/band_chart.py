"""A chart of bands over time: how something tends to rise and fall, as a range and not a line."""

from __future__ import annotations

from dataclasses import dataclass

from .curve import Piece, pieces
from .geometry import Point
from .palette import Palette
from .svg import element, line_to, move, number, words
from .table import Table

LABEL, SMALL = 16.0, 15.0
LEFT, RIGHT, TOP, BOTTOM = 16.0, 14.0, 24.0, 38.0
TONES = ("good", "good-soft", "good-pale", "care", "care-soft")


@dataclass(frozen=True)
class Tick:
    """A place on the time axis with its words."""

    at: float
    text: str


@dataclass(frozen=True)
class Stretch:
    """A part of the time axis along which time runs evenly.

    Attributes:
        start, end: times.
        left, right: shares of the width of the chart.
        heading: written above it; empty if there is only one.
    """

    start: float
    end: float
    left: float
    right: float
    heading: str


@dataclass(frozen=True)
class Axis:
    """The time axis: one stretch, or several at different paces with a gap between them."""

    stretches: list[Stretch]
    ticks: list[Tick]


@dataclass(frozen=True)
class Band:
    """A range between a lower and an upper edge, each given as (time, height) points."""

    lower: list[Point]
    upper: list[Point]
    tone: str
    edge: str
    dots: list[Point]
    dashed: bool


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
    axis.allow("stretches", "ticks")
    ticks = []
    for tick in axis.tables("ticks"):
        tick.allow("at", "text")
        ticks.append(Tick(tick.amount("at"), tick.words("text") if "text" in tick else ""))
    return BandChart(
        size=table.point("size"),
        axis=Axis([_read_stretch(one) for one in axis.tables("stretches")], ticks),
        highest=table.amount("highest"),
        height_says=table.words("height-says"),
        bands=[_read_band(band) for band in table.tables("bands")],
        notes=[_read_note(note) for note in table.tables("notes")],
    )


def draw_band_chart(chart: BandChart, palette: Palette) -> str:
    """The content of the chart as SVG."""
    return (
        words(chart.height_says, (LEFT, TOP), SMALL, palette["ink-soft"])
        + "".join(_draw_stretch(stretch, chart, palette) for stretch in chart.axis.stretches)
        + "".join(_draw_note(note, chart, palette) for note in chart.notes)
    )


def _place(chart: BandChart, stretch: Stretch, point: Point) -> Point:
    width, height = chart.size
    floor = height - BOTTOM
    gone = (point[0] - stretch.start) / (stretch.end - stretch.start)
    share = stretch.left + gone * (stretch.right - stretch.left)
    return (
        LEFT + share * (width - LEFT - RIGHT),
        floor - point[1] / chart.highest * (floor - TOP),
    )


def _stretch_at(chart: BandChart, time: float) -> Stretch:
    return next(
        (stretch for stretch in chart.axis.stretches if time <= stretch.end),
        chart.axis.stretches[-1],
    )


def _draw_stretch(stretch: Stretch, chart: BandChart, palette: Palette) -> str:
    start = _place(chart, stretch, (stretch.start, 0.0))
    end = _place(chart, stretch, (stretch.end, 0.0))
    ticks = [tick for tick in chart.axis.ticks if _stretch_at(chart, tick.at) is stretch]
    marks = "".join(move(_place(chart, stretch, (tick.at, 0.0))) + "v6" for tick in ticks)
    heading = ""
    if stretch.heading:
        middle = ((start[0] + end[0]) / 2, TOP)
        heading = words(stretch.heading, middle, SMALL, palette["ink-soft"], text_anchor="middle")
    return (
        heading
        + "".join(_draw_band(band, stretch, chart, palette) for band in chart.bands)
        + _stroke(move(start) + line_to(end) + marks, palette["ink-soft"])
        + "".join(_draw_tick(tick, stretch, chart, palette) for tick in ticks if tick.text)
    )


def _draw_tick(tick: Tick, stretch: Stretch, chart: BandChart, palette: Palette) -> str:
    first, last = chart.axis.stretches[0].start, chart.axis.stretches[-1].end
    anchor = "start" if tick.at == first else "end" if tick.at == last else "middle"
    across, down = _place(chart, stretch, (tick.at, 0.0))
    outwards = {"start": -LEFT + 8, "end": RIGHT - 6, "middle": 0.0}[anchor]
    at = (across + outwards, down + 24)
    return words(tick.text, at, SMALL, palette["ink-soft"], text_anchor=anchor)


def _draw_band(band: Band, stretch: Stretch, chart: BandChart, palette: Palette) -> str:
    first = max(band.upper[0][0], stretch.start)
    last = min(band.upper[-1][0], stretch.end)
    if last <= first:
        return ""
    upper = _edge(pieces(band.upper, first, last), chart, stretch)
    lower = pieces(band.lower, first, last)
    back = [(end, second, first, start) for start, first, second, end in reversed(lower)]
    area = upper + "L" + _edge(back, chart, stretch)[1:] + "Z"
    edges = upper + _edge(lower, chart, stretch)
    dots = "".join(
        element(
            "circle", cx=across, cy=down, r=5.5,
            fill=palette[band.edge], stroke=palette["paper"], stroke_width=2,
        )
        for across, down in (
            _place(chart, stretch, dot) for dot in band.dots
            if _stretch_at(chart, dot[0]) is stretch
        )
    )  # fmt: skip
    return (
        element("path", d=area, fill=palette[band.tone])
        + _stroke(edges, palette[band.edge], "6 5" if band.dashed else None)
        + dots
    )


def _edge(curve: list[Piece], chart: BandChart, stretch: Stretch) -> str:
    data = move(_place(chart, stretch, curve[0][0]))
    for _, *rest in curve:
        places = (_place(chart, stretch, point) for point in rest)
        data += "C" + " ".join(f"{number(x)} {number(y)}" for x, y in places)
    return data


def _draw_note(note: ChartNote, chart: BandChart, palette: Palette) -> str:
    def place(point: Point) -> Point:
        return _place(chart, _stretch_at(chart, point[0]), point)

    colour = palette[note.tone]
    at = place(note.at)
    drawn = ""
    if note.bracket:
        left, right = (place((time, note.at[1])) for time in note.bracket)
        up = (left[0], left[1] + 7), (right[0], right[1] + 7)
        d = f"{move((up[0][0], up[0][1] + 6))}{line_to(up[0], up[1], (up[1][0], up[1][1] + 6))}"
        drawn += _stroke(d, colour)
    if note.line_to:
        lines = len(note.text.splitlines())
        start = (at[0] - 7, at[1] - 5 - (lines - 1) * 9.5)
        drawn += _stroke(move(start) + line_to(place(note.line_to)), colour, "1 5")
    return drawn + "".join(
        words(part, (at[0], at[1] + (index - len(note.text.splitlines()) + 1) * 19), LABEL,
              colour, text_anchor=note.anchor, font_weight="600" if not index else None)
        for index, part in enumerate(note.text.splitlines())
    )  # fmt: skip


def _stroke(d: str, colour: str, dashes: str | None = None) -> str:
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=2,
        stroke_linecap="round",
        stroke_linejoin="round",
        stroke_dasharray=dashes,
    )


def _read_stretch(table: Table) -> Stretch:
    table.allow("from", "to", "left", "right", "heading")
    start, end = table.amount("from"), table.amount("to")
    if end <= start:
        raise table.wrong("to", "this stretch ends before it starts.", "Make it later than `from`.")
    return Stretch(
        start,
        end,
        table.amount("left", 0.0),
        table.amount("right", 1.0),
        table.words("heading") if "heading" in table else "",
    )


def _read_band(table: Table) -> Band:
    table.allow("lower", "upper", "tone", "edge", "dots", "dashed")
    return Band(
        lower=_pairs(table, "lower"),
        upper=_pairs(table, "upper"),
        tone=table.choice("tone", TONES),
        edge=table.choice("edge", TONES),
        dots=_pairs(table, "dots") if "dots" in table else [],
        dashed=table.flag("dashed", False),
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
