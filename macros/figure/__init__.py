"""The figures of the site: drawn at build time from TOML, for screens and for paper.

figures = read_figures(Path("content/figures"))
svg = figures.draw("walking")
paper = figures.draw("walking", palette="print")
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .back_view import BackView, draw_body_map
from .figure import Figure
from .palette import Palette, stylesheet
from .problem import FigureError, did_you_mean
from .reading import Retell, read_folder

__all__ = ["Figure", "FigureError", "Figures", "read_figures"]


@dataclass(frozen=True)
class Figures:
    """All figures of a folder, ready to be drawn."""

    by_name: dict[str, Figure]
    back: BackView | None
    """The body seen from behind; None where the topic does not show it."""
    palettes: dict[str, Palette]
    dark: dict[str, str]

    def __getitem__(self, name: str) -> Figure:
        """The figure called `name`: its title, description, caption and claims.

        Raises:
            FigureError: there is no such figure.
        """
        if name not in self.by_name:
            raise FigureError(f'there is no figure "{name}".\n  {did_you_mean(name, self.by_name)}')
        return self.by_name[name]

    def draw(self, name: str, palette: str = "screen", instance: str = "") -> str:
        """The SVG of the figure called `name`.

        Args:
            name: what the figure is called in its file.
            palette: "screen" (custom properties with a fallback) or "print" (plain colours).
            instance: a word that tells this drawing from another of the same figure on one page.

        Raises:
            FigureError: there is no such figure or palette.
        """
        return self[name].svg(self._palette(palette), instance)

    def body_map_svg(self, palette: str = "screen") -> str:
        """The back view with one group per region and side, for a map that can be touched.

        Each group is `<g data-region="lower" data-side="left">`; sides are those of the person,
        who is seen from behind, so left is left.

        Raises:
            FigureError: there is no such palette, or the topic has no back view.
        """
        if self.back is None:
            raise FigureError(
                "figures/back-view.toml: this file is missing.\n"
                "  The body map is drawn from it. Add it, or take out self-check/body-map.toml."
            )
        return draw_body_map(self.back, self._palette(palette))

    def stylesheet(self) -> str:
        """The colours of the figures as CSS custom properties, light and dark."""
        return stylesheet(self.palettes["screen"], self.dark)

    def _palette(self, name: str) -> Palette:
        if name not in self.palettes:
            raise FigureError(
                f'there is no palette "{name}".\n  {did_you_mean(name, self.palettes)}'
            )
        return self.palettes[name]


def read_figures(folder: Path, retell: Retell | None = None) -> Figures:
    """Read and check every figure in `folder`.

    Args:
        folder: the folder.
        retell: gives the table of a figure in another language, or None to leave it out.

    Raises:
        FigureError: a file is missing or wrong; the message names file, key and remedy.
    """
    return Figures(*read_folder(folder, retell))
