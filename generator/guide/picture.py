"""The picture of an edition's first page, for the page that offers it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PICTURE_WIDTH = 200
"""In pixels: the page shows it on 144, and all of them weigh less than the rest of the page."""
COLOURS = 16
QUALITY = 35
"""Of 100. The pictures tell the editions apart; nobody reads in them."""


def picture_of(pdf: Path, picture: Path) -> None:
    """Draw the first page as a WebP that is `PICTURE_WIDTH` pixels wide, in few colours or blurred.

    Pages of text are smaller in one way, pages with a drawing in the other.
    """
    import pypdfium2  # here, as most builds find their pictures drawn

    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    drawn = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil().convert("RGB")
    document.close()
    few, blurred = io.BytesIO(), io.BytesIO()
    drawn.quantize(COLOURS).convert("RGB").save(few, "WEBP", lossless=True, method=6)
    drawn.save(blurred, "WEBP", quality=QUALITY, method=6)
    picture.write_bytes(min(few.getvalue(), blurred.getvalue(), key=len))


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count
