"""From HTML to PDF with WeasyPrint; what it complains of is an error."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.guide.content import GuideError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PDF_VARIANT = "pdf/ua-1"
_EPOCH = "1767225600"
"""A day that stands in where the build says none: no date of today comes into a file."""


def typeset(html: str, base: Path, *, what: str) -> bytes:
    """Lay out a document.

    Args:
        html: The whole document, with its styles.
        base: The folder that relative addresses in it start from.
        what: What is printed, for messages.

    Returns:
        A tagged PDF; the same document gives the same bytes.

    Raises:
        GuideError: WeasyPrint warned of something, or cannot be loaded.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", _EPOCH)
    try:
        from weasyprint import HTML  # here, since loading it takes a second
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise GuideError(
            f"{what}: cannot be printed: {error}.\n"
            "  WeasyPrint needs Pango. Install it: apt install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0, or brew install pango."
        ) from error
    with _complaints() as complaints:
        document = HTML(string=html, base_url=f"{base.resolve().as_uri()}/")
        pdf: bytes = document.write_pdf(pdf_variant=PDF_VARIANT, font_config=FontConfiguration())
    if complaints:
        told = "\n".join(f"  - {line}" for line in dict.fromkeys(complaints))
        raise GuideError(
            f"{what}: the layout has mistakes:\n{told}\n"
            "  A link or figure on a page is the usual cause. Mend the page, or the print styles."
        )
    return pdf


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint and its libraries log at the level of a warning or above."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    collector = Collector(level=logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint",)]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    try:
        yield found
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.setLevel(level)
            logger.propagate = propagate
