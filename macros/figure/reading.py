"""Read every figure of a folder of TOML files.

A file may hold [poses.<name>], [outlines.<name>] and [figures.<name>] tables. `palette.toml` holds the colours, and
where a topic has none, those beside this file are taken. `back-view.toml` holds the body seen from
behind, for topics that show it. All files are read as one, so a figure may use a pose
or an outline of another file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .back_view import (
    BackView,
    draw_back_picture,
    read_back_picture,
    read_back_view,
    read_outline,
)
from .band_chart import draw_band_chart, read_band_chart
from .bar_chart import draw_bar_chart, read_bar_chart
from .figure import WORD_KEYS, Figure, read_figure
from .palette import Palette, read_palettes
from .pose import Pose, read_pose
from .pose_picture import draw_pose_picture, read_pose_picture
from .problem import FigureError, did_you_mean, problem
from .table import Table

PALETTE_FILE, BACK_FILE = "palette.toml", "back-view.toml"

OWN_PALETTE = Path(__file__).with_name(PALETTE_FILE)


@dataclass(frozen=True)
class Parts:
    """What figures are drawn from, besides their own tables."""

    poses: dict[str, Pose]
    back: BackView | None
    outlines: dict[str, BackView]


Reader = Callable[[str, Table, Parts], Figure]
Retell = Callable[[str, dict[str, Any]], dict[str, Any] | None]
"""From the name and the table of a figure to the same table with other words."""


def read_folder(
    folder: Path, retell: Retell | None = None
) -> tuple[dict[str, Figure], BackView | None, dict[str, Palette], dict[str, str]]:
    """Everything in `folder`: figures by name, the back view, the palettes, the dark colours.

    A topic without figures needs no folder.

    Args:
        folder: the folder.
        retell: gives the table of a figure in another language, or None to leave it out.

    Raises:
        FigureError: a file is missing or wrong; the message names file, key and remedy.
    """
    has_palette = (folder / PALETTE_FILE).exists()
    palettes, dark = read_palettes(
        _read(folder if has_palette else OWN_PALETTE.parent, PALETTE_FILE)
    )
    has_back = (folder / BACK_FILE).exists()
    back = read_back_view(_read(folder, BACK_FILE)) if has_back else None
    others = sorted(
        path.name for path in folder.glob("*.toml") if path.name not in (PALETTE_FILE, BACK_FILE)
    )
    files = [_read(folder, name) for name in others]
    for file in files:
        file.allow("poses", "outlines", "figures")
    parts = Parts(
        poses={name: read_pose(table) for name, table in _named(files, "poses").items()},
        back=back,
        outlines={name: read_outline(table) for name, table in _named(files, "outlines").items()},
    )
    figures = {
        name: _read_one(name, told, parts)
        for name, table in _named(files, "figures").items()
        if (told := _retold(name, table, retell))
    }
    return figures, back, palettes, dark


def _retold(name: str, table: Table, retell: Retell | None) -> Table | None:
    values = retell(name, table.values) if retell else table.values
    return Table(table.file, table.key, values) if values is not None else None


def _read(folder: Path, name: str) -> Table:
    path = folder / name
    shown = f"{folder.parent.name}/{folder.name}/{name}"
    try:
        return Table(shown, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise FigureError(
            f"{shown}: this file is missing.\n  Figures need it: restore it from the repository."
        ) from None
    except tomllib.TOMLDecodeError as mistake:
        raise FigureError(
            f"{shown}: this is not TOML: {mistake}.\n"
            "  Look at the line it names for a missing quote, bracket or equals sign."
        ) from None


def _named(files: list[Table], kind: str) -> dict[str, Table]:
    found: dict[str, Table] = {}
    for file in files:
        if kind not in file:
            continue
        group = Table(file.file, kind, file.table(kind).values)
        for name in group.names():
            if name in found:
                raise problem(
                    file.file,
                    f"{kind}.{name}",
                    f"this name is already used in {found[name].file}.",
                    "Rename one of the two.",
                )
            found[name] = group.table(name)
    return found


def _read_one(name: str, table: Table, parts: Parts) -> Figure:
    kind = table.words("kind")
    if kind not in READERS:
        raise table.wrong("kind", f'there is no kind "{kind}".', did_you_mean(kind, READERS))
    return READERS[kind](name, table, parts)


def _pose(name: str, table: Table, parts: Parts) -> Figure:
    table.allow(*WORD_KEYS, "width", "ground", "people", "props", "marks")
    picture = read_pose_picture(table, parts.poses)
    return read_figure(
        name, table, picture.size, lambda palette, _prefix: draw_pose_picture(picture, palette)
    )


def _bands(name: str, table: Table, _parts: Parts) -> Figure:
    table.allow(*WORD_KEYS, "size", "axis", "bands", "notes", "height-says", "highest")
    chart = read_band_chart(table)
    return read_figure(
        name, table, chart.size, lambda palette, _prefix: draw_band_chart(chart, palette)
    )


def _bars(name: str, table: Table, _parts: Parts) -> Figure:
    table.allow(*WORD_KEYS, "size", "series", "across-says", "unit")
    chart = read_bar_chart(table)
    return read_figure(
        name, table, chart.size, lambda palette, _prefix: draw_bar_chart(chart, palette)
    )


def _back_view(name: str, table: Table, parts: Parts) -> Figure:
    table.allow(*WORD_KEYS, "size", "views")
    if parts.back is None:
        raise table.wrong(
            "kind",
            f"it shows the body from behind, and there is no {BACK_FILE} beside this file.",
            f"Add {BACK_FILE}, or choose another kind: {', '.join(k for k in READERS if k != 'back-view')}.",
        )
    return _on_body(name, table, parts.back)


def _outline(name: str, table: Table, parts: Parts) -> Figure:
    table.allow(*WORD_KEYS, "size", "views", "outline")
    wanted = table.words("outline")
    if wanted not in parts.outlines:
        raise table.wrong(
            "outline",
            f'there is no outline "{wanted}".',
            did_you_mean(wanted, parts.outlines) if parts.outlines else f"Add [outlines.{wanted}].",
        )
    return _on_body(name, table, parts.outlines[wanted])


def _on_body(name: str, table: Table, body: BackView) -> Figure:
    picture = read_back_picture(table)
    return read_figure(
        name,
        table,
        picture.size,
        lambda palette, prefix: draw_back_picture(picture, body, palette, prefix),
    )


READERS: dict[str, Reader] = {
    "pose": _pose,
    "band-chart": _bands,
    "bar-chart": _bars,
    "back-view": _back_view,
    "outline": _outline,
}
