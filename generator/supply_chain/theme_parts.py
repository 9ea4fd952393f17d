"""What the theme's scripts hold of others: it packs them in, and names few of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ThemePart:
    """One package inside the theme's scripts. A test compares them with the theme's source maps.

    Attributes:
        name: As its registry knows it.
        author: Who holds the copyright.
        licence: SPDX expression.
    """

    name: str
    author: str
    licence: str


THEME_PARTS = (
    ThemePart("clipboard", "Zeno Rocha", "MIT"),
    ThemePart("escape-html", 'TJ Holowaychuk, Andreas Lubbe and Tiancheng "Timothy" Gu', "MIT"),
    ThemePart("focus-visible", "its contributors", "W3C"),
    ThemePart("lunr", "Oliver Nightingale", "MIT"),
    ThemePart("rxjs", "Google, Netflix, Microsoft and contributors", "Apache-2.0"),
    ThemePart("tslib", "Microsoft", "0BSD"),
)
