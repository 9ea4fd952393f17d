"""Pages put together on larger sheets, to be folded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import IndirectObject


def folded(pdf: bytes) -> bytes:
    """Put pages two by two on sheets that are printed on both sides and folded once.

    Args:
        pdf: The pages in reading order. Empty ones fill up to a multiple of 4.

    Returns:
        Sheets in landscape: last and first, second and last but one, and so on. They have no tags.
    """
    # A build that finds all editions kept does without: this import takes longer than its checks.
    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import (
        DecodedStreamObject,
        DictionaryObject,
        NameObject,
        TextStringObject,
    )

    reader = PdfReader(io.BytesIO(pdf))
    pages: list[PageObject | None] = [*reader.pages]
    pages += [None] * (-len(pages) % 4)
    width, height = (float(side) for side in (reader.pages[0].mediabox[2:4]))
    writer = PdfWriter()
    for spread in _spreads(len(pages)):
        sheet = PageObject.create_blank_page(width=2 * width, height=height)
        drawn = DictionaryObject()
        commands = b""
        for place, number in enumerate(spread):
            page = pages[number]
            if page is not None:
                drawn[NameObject(f"/Page{place}")] = _as_picture(page, writer)
                commands += b"q 1 0 0 1 %.4f 0 cm /Page%d Do Q\n" % (place * width, place)
        content = DecodedStreamObject()
        content.set_data(commands)
        sheet[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - no public way
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
        writer.add_page(sheet)
    # What reads it aloud learns the language at least.
    language = reader.root_object.get("/Lang")
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    if reader.metadata:
        kept = ("/Title", "/Author", "/Subject")
        writer.add_metadata({key: reader.metadata[key] for key in kept if key in reader.metadata})
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _as_picture(page: PageObject, writer: PdfWriter) -> IndirectObject:
    """A page as something to draw: what it says need not be read and written anew."""
    from pypdf.generic import DecodedStreamObject, NameObject

    contents = page.get_contents()
    picture = DecodedStreamObject()
    picture.set_data(contents.get_data() if contents is not None else b"")
    picture[NameObject("/Type")] = NameObject("/XObject")
    picture[NameObject("/Subtype")] = NameObject("/Form")
    picture[NameObject("/BBox")] = page.mediabox
    picture[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return writer._add_object(picture.flate_encode())  # noqa: SLF001 - no public way


def _spreads(count: int) -> list[tuple[int, int]]:
    """Which pages stand side by side, counted from 0, in the order of the sheets' sides."""
    sides = []
    for low in range(count // 2):
        high = count - 1 - low
        sides.append((high, low) if low % 2 == 0 else (low, high))
    return sides
