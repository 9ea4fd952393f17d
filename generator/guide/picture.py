"""The picture of an edition's first page, for the page that offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

PICTURE_WIDTH = 480


def picture_of(pdf: Path, picture: Path) -> None:
    """Draw the first page as a PNG that is `PICTURE_WIDTH` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    bitmap = page.render(scale=PICTURE_WIDTH / page.get_width())
    bitmap.to_pil().quantize(64).save(picture, optimize=True)
    document.close()


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count
