"""Draw the picture of the site: its name, what it is about, and one figure."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

SHARE_PICTURE = "assets/images/share.png"
"""Where it stands on the site, unless the publisher has one of their own."""
HERE = Path(__file__).parent
POINTS_PER_PIXEL = 0.75
COLOURS = 96
"""A drawing has few colours, and some messengers fetch the picture over a phone."""


def kept_share_picture(words: Mapping[str, str], figure: str, fonts: Path, cache: Path) -> bytes:
    """The picture as PNG of 1200 x 630 pixels, drawn anew only when something in it changed.

    Args:
        words: `name`, `line` (what the site is about), `publisher` and `language`; any but the name
            may be empty.
        figure: An SVG in plain colours, or nothing.
        fonts: The folder of the site's fonts.
        cache: Where the picture is kept.
    """
    templates = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined
    )
    html = templates.get_template("share-picture.html.jinja").render(
        **words,
        figure=Markup(figure),  # noqa: S704 - drawn by us
        styles=Markup((HERE / "share-picture.css").read_text(encoding="utf-8")),  # noqa: S704
    )
    digest = hashlib.sha256(html.encode() + Path(__file__).read_bytes()).hexdigest()[:16]
    kept = cache / f"{digest}.png"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_drawn(html, fonts))
    return kept.read_bytes()


def _drawn(html: str, fonts: Path) -> bytes:
    import pypdfium2  # here, as most builds find it drawn: these take a second to load
    import weasyprint

    pdf = weasyprint.HTML(string=html, base_url=f"{fonts.resolve().as_uri()}/").write_pdf()
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1 / POINTS_PER_PIXEL).to_pil()
    out = io.BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
