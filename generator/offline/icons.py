"""Draw the site's icon in pixels, as phones want it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MASK_MARGIN = 0.1
"""Part of the width at each side that a phone may cut off a maskable icon."""
POINTS_PER_PIXEL = 0.75
COLOURS = 64


def kept_icon(picture: Path, size: int, cache: Path, *, is_maskable: bool = False) -> bytes:
    """The icon as PNG, drawn anew only when the picture changed. See `draw_icon`.

    Args:
        picture: The site's icon.
        size: Width and height, in pixels.
        cache: Where icons are kept.
        is_maskable: Whether a phone may cut it to a shape of its own.
    """
    basis = picture.read_bytes() + Path(__file__).read_bytes()
    digest = hashlib.sha256(basis).hexdigest()[:16]
    kept = cache / f"{digest}-{size}{'-maskable' if is_maskable else ''}.png"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(draw_icon(picture, size, is_maskable=is_maskable))
    return kept.read_bytes()


def draw_icon(picture: Path, size: int, *, is_maskable: bool = False) -> bytes:
    """The icon as PNG.

    Args:
        picture: The site's icon, SVG or PNG.
        size: Width and height, in pixels.
        is_maskable: Whether a phone may cut it to a shape of its own: then the icon stands smaller,
            on a ground of its own colour.
    """
    from PIL import Image  # here, as most builds find their icons drawn

    drawn = _draw(picture, size)
    if is_maskable:
        ground = Image.new("RGBA", (size, size), _ground_of(drawn))
        inner = drawn.resize((round(size * (1 - 2 * MASK_MARGIN)),) * 2, Image.Resampling.LANCZOS)
        ground.alpha_composite(inner, (round(size * MASK_MARGIN),) * 2)
        drawn = ground
    out = io.BytesIO()
    # A drawing has few colours, and every page asks for one of these.
    few = drawn.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(picture: Path, size: int) -> Image.Image:
    import pypdfium2  # these take a second to load
    import weasyprint

    html = (
        f"<style>@page {{ size: {size}px {size}px; margin: 0 }} body {{ margin: 0 }}"
        f' img {{ display: block; width: {size}px; height: {size}px }}</style><img src="{picture.name}">'
    )
    pdf = weasyprint.HTML(string=html, base_url=str(picture)).write_pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    bitmap = page.render(scale=1 / POINTS_PER_PIXEL, fill_color=(0, 0, 0, 0), maybe_alpha=True)
    drawn: Image.Image = bitmap.to_pil().convert("RGBA")
    return drawn.resize((size, size))


def _ground_of(drawn: Image.Image) -> tuple[int, ...]:
    """The colour at the middle of the left edge, or white where there is none."""
    colour = drawn.getpixel((drawn.width // 32, drawn.height // 2))
    assert isinstance(colour, tuple)
    return (*colour[:3], 255) if colour[3] == 255 else (255, 255, 255, 255)
