"""An outline, such as the body seen from behind: pictures that mark places on it, and the body map."""

from __future__ import annotations

from dataclasses import dataclass

from .geometry import Point, between
from .palette import Palette
from .svg import element, line_to, move, smooth, words
from .table import Table


@dataclass(frozen=True)
class Region:
    """One region of the body map on the left side.

    Attributes:
        window: what of the body belongs to it, clockwise, bulging outwards everywhere.
        muscles: shapes drawn over it.
    """

    name: str
    window: list[Point]
    muscles: list[list[Point]]


@dataclass(frozen=True)
class BackView:
    """The back view of a body, in units of its own drawing."""

    size: Point
    middle: float
    outline: list[Point]
    hair: list[Point]
    regions: list[Region]


@dataclass(frozen=True)
class Stroke:
    """A mark on the body: a filled area, or a line of the given width."""

    points: list[Point]
    width: float
    tone: str


@dataclass(frozen=True)
class Note:
    """Words beside the body, with a dashed line towards what they name."""

    text: str
    at: Point
    line: list[Point]
    anchor: str


@dataclass(frozen=True)
class View:
    """One body in a picture: where it stands, how large, which part of it, what is marked."""

    at: Point
    scale: float
    crop: tuple[Point, ...]
    heading: str
    strokes: list[Stroke]
    notes: list[Note]


@dataclass(frozen=True)
class BackPicture:
    """One or more back views side by side."""

    size: Point
    views: list[View]


def read_back_view(file: Table) -> BackView:
    """Read and check the file of the back view.

    Raises:
        FigureError: a key is missing or of the wrong form.
    """
    file.allow("size", "middle", "outline", "hair", "regions")
    regions = []
    for table in file.tables("regions"):
        table.allow("name", "window", "muscles")
        window = _pairs(table, "window", table.numbers("window"))
        muscles = [_points(table, "muscles", text) for text in table.texts("muscles")]
        regions.append(Region(table.words("name"), window, muscles))
    return BackView(
        size=file.point("size"),
        middle=file.amount("middle"),
        outline=_points(file, "outline", file.words("outline")),
        hair=_points(file, "hair", file.words("hair")),
        regions=regions,
    )


def read_outline(table: Table) -> BackView:
    """Read and check one [outlines.<name>] table: a shape to mark places on, without regions.

    Raises:
        FigureError: a key is missing or of the wrong form.
    """
    table.allow("size", "outline")
    size = table.point("size")
    outline = _points(table, "outline", table.words("outline"))
    return BackView(size=size, middle=size[0] / 2, outline=outline, hair=[], regions=[])


def read_back_picture(table: Table) -> BackPicture:
    """Read and check the drawing part of a figure of kind "back-view" or "outline".

    Raises:
        FigureError: a key is missing, unknown or of the wrong form.
    """
    views = []
    for view in table.tables("views"):
        view.allow("at", "scale", "crop", "heading", "strokes", "notes")
        left, top, right, bottom = view.numbers("crop", 4)
        views.append(
            View(
                at=view.point("at"),
                scale=view.amount("scale"),
                crop=((left, top), (right, top), (right, bottom), (left, bottom)),
                heading=view.words("heading") if "heading" in view else "",
                strokes=[_read_stroke(stroke) for stroke in view.tables("strokes")],
                notes=[_read_note(note) for note in view.tables("notes")],
            )
        )
    return BackPicture(table.point("size"), views)


def draw_back_picture(picture: BackPicture, back: BackView, palette: Palette, prefix: str) -> str:
    """The content of the picture as SVG.

    Args:
        picture: what to draw.
        back: the body that it is drawn on.
        palette: the colours.
        prefix: starts every id, so that ids stay unique on a page.
    """
    # Each part of the body is written once and used again: the outline is most of the bytes.
    crops = list(dict.fromkeys(view.crop for view in picture.views))
    ids = {crop: f"{prefix}-body-{index}" for index, crop in enumerate(crops)}
    shapes = "".join(
        element("path", d=_shape(clipped(back.outline, list(crop))), id=ids[crop])
        + element("clipPath", element("use", href=f"#{ids[crop]}"), id=f"{ids[crop]}-clip")
        for crop in crops
    )
    return element("defs", shapes) + "".join(
        _draw_view(view, back, palette, ids[view.crop]) for view in picture.views
    )


def draw_body_map(back: BackView, palette: Palette) -> str:
    """The whole body with a group per region and side."""
    width, height = back.size
    shapes = element("path", d=_shape(back.outline), id="body-map-outline")
    # Once for both sides: the numbers of these shapes are much of what a page with the map weighs.
    shapes += "".join(
        element("path", d="".join(map(_shape, region.muscles)), id=_muscle_id(region))
        for region in back.regions
    )
    body = element("use", href="#body-map-outline", class_="body-map__body", fill=palette["body"])
    # The outline is drawn again on top, so that a chosen region does not paint over it.
    edge = element(
        "use",
        href="#body-map-outline",
        class_="body-map__edge",
        fill="none",
        stroke=palette["body-edge"],
        pointer_events="none",
    )
    groups = "".join(
        _draw_region(region, side, back, palette)
        for region in back.regions
        for side in ("left", "right")
    )
    hair = element("path", d=_shape(back.hair), class_="body-map__hair", fill=palette["hair"])
    return element(
        "svg",
        element("defs", shapes) + body + groups + edge + hair,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        class_="body-map",
        aria_hidden="true",
        focusable="false",
    )


def clipped(points: list[Point], window: list[Point]) -> list[Point]:
    """The part of a closed shape that lies inside `window`, which bulges outwards everywhere."""
    for index, corner in enumerate(window):
        points = _inside_of(points, window[index - 1], corner)
    return points


def _inside_of(points: list[Point], start: Point, end: Point) -> list[Point]:
    """The part of a closed shape to the right of the line from `start` to `end`, y downwards."""
    run, fall = end[0] - start[0], end[1] - start[1]
    depths = [run * (y - start[1]) - fall * (x - start[0]) for x, y in points]
    kept: list[Point] = []
    for index, (point, depth) in enumerate(zip(points, depths, strict=True)):
        before, before_depth = points[index - 1], depths[index - 1]
        if (depth >= 0) != (before_depth >= 0):
            kept.append(between(before, point, before_depth / (before_depth - depth)))
        if depth >= 0:
            kept.append(point)
    return kept


def _draw_region(region: Region, side: str, back: BackView, palette: Palette) -> str:
    window, mirror = region.window, {}
    if side == "right":
        # Backwards, because a mirror turns the way round.
        window = _mirrored(window, back.middle)[::-1]
        mirror = {"transform": f"matrix(-1 0 0 1 {2 * back.middle:g} 0)"}
    area = clipped(back.outline, window)
    return element(
        "g",
        element("path", d=_shape(area), class_="body-map__area", fill=palette["body"])
        + element(
            "use",
            href=f"#{_muscle_id(region)}",
            class_="body-map__muscle",
            fill=palette["body-edge"],
            fill_opacity=0.4,
            **mirror,
        ),
        data_region=region.name,
        data_side=side,
    )


def _muscle_id(region: Region) -> str:
    return f"body-map-{region.name}"


def _mirrored(points: list[Point], middle: float) -> list[Point]:
    return [(2 * middle - x, y) for x, y in points]


def _draw_view(view: View, back: BackView, palette: Palette, body: str) -> str:
    hair = clipped(back.hair, list(view.crop))
    drawn = element("use", href=f"#{body}", fill=palette["body"])
    drawn += element("path", d=_shape(hair), fill=palette["hair"]) if hair else ""
    marks = "".join(_draw_stroke(stroke, palette) for stroke in view.strokes)
    drawn += element("g", marks, clip_path=f"url(#{body}-clip)")
    across, down = view.at
    turned = f"translate({across:g} {down:g}) scale({view.scale:g})"
    notes = "".join(_draw_note(note, palette) for note in view.notes)
    if view.heading:
        middle = across + view.scale * back.middle
        notes += words(
            view.heading, (middle, 24), 17, palette["ink"], text_anchor="middle", font_weight="650"
        )
    return element("g", drawn, transform=turned) + notes


def _draw_stroke(stroke: Stroke, palette: Palette) -> str:
    colour, edge = palette[stroke.tone], palette[stroke.tone.removesuffix("-soft")]
    if not stroke.width:
        d = smooth(stroke.points, closed=True)
        return element("path", d=d, fill=colour, stroke=edge, stroke_width=1)
    d = smooth(stroke.points)
    lines = "".join(
        element("path", d=d, stroke=tone, stroke_width=width)
        for tone, width in ((edge, stroke.width + 2), (colour, stroke.width))
    )
    return element("g", lines, fill="none", stroke_linecap="round")


def _draw_note(note: Note, palette: Palette) -> str:
    line = ""
    if note.line:
        line = element(
            "path",
            d=move(note.line[0]) + line_to(*note.line[1:]),
            fill="none",
            stroke=palette["ink-soft"],
            stroke_width=1.6,
            stroke_dasharray="1 5",
            stroke_linecap="round",
        )
    lines = note.text.splitlines()
    return line + "".join(
        words(part, (note.at[0], note.at[1] + index * 20), 16, palette["ink"],
              text_anchor=note.anchor)
        for index, part in enumerate(lines)
    )  # fmt: skip


def _read_stroke(table: Table) -> Stroke:
    table.allow("points", "width", "tone")
    return Stroke(
        points=_pairs(table, "points", table.numbers("points")),
        width=table.amount("width", 0.0),
        tone=table.choice("tone", ("care", "care-soft", "good", "good-soft"), "care"),
    )


def _read_note(table: Table) -> Note:
    table.allow("text", "at", "line", "anchor")
    line = _pairs(table, "line", table.numbers("line")) if "line" in table else []
    anchor = table.choice("anchor", ("start", "middle", "end"), "start")
    text = "" if line and "text" not in table else table.words("text")
    return Note(text, table.point("at", (0.0, 0.0)), line, anchor)


def _points(table: Table, key: str, text: str) -> list[Point]:
    try:
        numbers = [float(part) for part in text.split()]
    except ValueError:
        raise table.wrong(
            key, "a point is not a number.", "Write pairs of numbers with spaces between them."
        ) from None
    return _pairs(table, key, numbers)


def _pairs(table: Table, key: str, numbers: list[float]) -> list[Point]:
    if len(numbers) % 2 or len(numbers) < 4:
        raise table.wrong(
            key,
            f"expected pairs of numbers, found {len(numbers)}.",
            "Write across and down for each point.",
        )
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _shape(points: list[Point]) -> str:
    return move(points[0]) + line_to(*points[1:]) + "Z"
