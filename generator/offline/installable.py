"""The web app manifest and its icons: a reader can put the site among their apps."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.offline.icons import kept_icon

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "app.webmanifest"
ICONS = "assets/icons"
SIZES = (180, 192, 512)
"""Pixels. 180 is for phones that read no manifest, the others are what browsers ask for."""
VECTOR = ".svg"
MASKABLE = 512
THEME_COLOUR = re.compile(r'<meta name="theme-color" content="(#[0-9a-fA-F]{3,8})"')


def make_installable(
    site: Path, *, name: str, description: str, favicon: str, lang: str, cache: Path
) -> None:
    """Write the manifest and the icons into the site.

    Args:
        site: The built site.
        name: The site's name.
        description: One sentence about it.
        favicon: Path of the site's icon, SVG or PNG.
        lang: The site's language.
        cache: Where icons are kept.
    """
    folder = site / ICONS
    folder.mkdir(parents=True, exist_ok=True)
    picture = site / favicon
    for size in SIZES:
        (folder / f"icon-{size}.png").write_bytes(kept_icon(picture, size, cache))
    maskable = kept_icon(picture, MASKABLE, cache, is_maskable=True)
    (folder / f"icon-maskable-{MASKABLE}.png").write_bytes(maskable)
    colour = THEME_COLOUR.search((site / "index.html").read_text(encoding="utf-8"))
    colours = {"theme_color": colour[1], "background_color": colour[1]} if colour else {}
    manifest = {
        "id": "./",
        "name": name,
        "description": description,
        "lang": lang,
        # Relative to this file: the site may stand under any path.
        "start_url": "./",
        "scope": "./",
        # With a way back: readers follow links here.
        "display": "minimal-ui",
        **colours,
        "icons": [
            # The first is what browsers fetch with each first visit: the one that the page has anyway.
            *_page_icon(favicon),
            *(_icon(f"icon-{size}.png", size, "any") for size in SIZES),
            _icon(f"icon-maskable-{MASKABLE}.png", MASKABLE, "maskable"),
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (site / MANIFEST).write_text(text, encoding="utf-8")


def _page_icon(favicon: str) -> list[dict[str, str]]:
    if not favicon.endswith(VECTOR):
        return []
    return [{"src": favicon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]


def _icon(file: str, size: int, purpose: str) -> dict[str, str]:
    return {
        "src": f"{ICONS}/{file}",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
