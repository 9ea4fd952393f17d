"""Style sheets with their fonts inside: browsers load no font from another folder of a disk."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FONT = re.compile(r"""url\((["']?)([^"')]+\.woff2)\1\)""")


def with_fonts_inside(css: str, path: Path, site: Path) -> str:
    """The style sheet with each font file as text in it.

    Args:
        css: The style sheet.
        path: Where it stands; it names fonts as seen from there.
        site: The built site.
    """

    def inside(match: re.Match[str]) -> str:
        font = (path.parent / match[2]).resolve()
        if not font.is_relative_to(site.resolve()) or not font.exists():
            return match[0]
        return f'url("data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}")'

    return _FONT.sub(inside, css)
