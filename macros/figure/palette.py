"""The colours of all figures: one list of names, for screens and for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .problem import FigureError, did_you_mean
from .table import Table

COLOURS = (
    "skin", "skin-far", "hair", "shirt", "shirt-far", "sleeve", "shorts", "shorts-far",
    "shoe", "shoe-far", "iron", "iron-edge", "ground", "shadow", "ink", "ink-soft", "line",
    "good", "good-soft", "good-pale", "care", "care-soft", "body", "body-edge", "paper",
)  # fmt: skip

_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Palette:
    """Colours by name, written as custom properties with a fallback, or as they are.

    Attributes:
        colours: hexadecimal colours by name.
        custom_properties: write `var(--figure-skin, #d9a98c)`, so that a theme can change it.
        font: the font family of words in a figure; "inherit" takes that of the page.
    """

    colours: dict[str, str]
    custom_properties: bool
    font: str

    def __getitem__(self, name: str) -> str:
        if name not in self.colours:
            raise FigureError(
                f'there is no figure colour "{name}".\n  {did_you_mean(name, self.colours)}'
            )
        colour = self.colours[name]
        return f"var(--figure-{name}, {colour})" if self.custom_properties else colour


def read_palettes(file: Table) -> tuple[dict[str, Palette], dict[str, str]]:
    """The palettes "screen" and "print", and the colours of the dark scheme.

    Raises:
        FigureError: a colour is missing, unknown or not of the form #0b4f4a.
    """
    file.allow("screen", "dark", "print", "print-font")
    screen, dark, paper = (_colours(file.table(name)) for name in ("screen", "dark", "print"))
    palettes = {
        "screen": Palette(screen, True, "inherit"),
        "print": Palette(paper, False, file.words("print-font")),
    }
    return palettes, dark


def stylesheet(screen: Palette, dark: dict[str, str]) -> str:
    """The custom properties of both schemes as CSS, for the theme's style sheet."""
    light = "".join(f"  --figure-{name}: {colour};\n" for name, colour in screen.colours.items())
    night = "".join(f"  --figure-{name}: {colour};\n" for name, colour in dark.items())
    return f':root {{\n{light}}}\n[data-md-color-scheme="slate"] {{\n{night}}}\n'


def _colours(table: Table) -> dict[str, str]:
    table.allow(*COLOURS)
    colours = {name: table.words(name) for name in COLOURS}
    for name, colour in colours.items():
        if not _HEX.fullmatch(colour):
            raise table.wrong(
                name, f'"{colour}" is not a colour.', 'Write six hexadecimal digits: "#0b4f4a".'
            )
    return colours
