"""Pages put together on larger sheets, to be folded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject


def folded(pdf: bytes) -> bytes:
    """Put pages two by two on sheets that are printed on both sides and folded once.

    Args:
        pdf: The pages in reading order. Empty ones fill up to a multiple of 4.

    Returns:
        Sheets in landscape: last and first, second and last but one, and so on.
    """
    # A build that finds all editions kept does without: this import takes longer than its checks.
    from pypdf import PageObject, PdfReader, PdfWriter, Transformation

    reader = PdfReader(io.BytesIO(pdf))
    pages: list[PageObject | None] = [*reader.pages]
    pages += [None] * (-len(pages) % 4)
    width, height = (float(side) for side in (reader.pages[0].mediabox[2:4]))
    writer = PdfWriter()
    for left, right in _spreads(len(pages)):
        sheet = PageObject.create_blank_page(width=2 * width, height=height)
        for place, number in enumerate((left, right)):
            page = pages[number]
            if page is not None:
                shift = Transformation().translate(place * width, 0)
                sheet.merge_transformed_page(page, shift)
        writer.add_page(sheet)
    if reader.metadata:
        kept = ("/Title", "/Author", "/Subject")
        writer.add_metadata({key: reader.metadata[key] for key in kept if key in reader.metadata})
    for page in writer.pages:
        page.compress_content_streams()
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _spreads(count: int) -> list[tuple[int, int]]:
    """Which pages stand side by side, counted from 0, in the order of the sheets' sides."""
    sides = []
    for low in range(count // 2):
        high = count - 1 - low
        sides.append((high, low) if low % 2 == 0 else (low, high))
    return sides
