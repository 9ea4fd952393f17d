"""From HTML to PDF with WeasyPrint; what it complains of is an error."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from generator.guide.content import GuideError
from generator.guide.tagging import mend_tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PDF_VARIANT = "pdf/ua-1"
_EPOCH = "1767225600"
"""A day that stands in where the build says none: no date of today comes into a file."""


def typeset(html: str, base: Path, *, what: str) -> bytes:
    """Lay out a document and write it down.

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
    with _complaints(what):
        pdf: bytes = _loaded(html, base, what).write_pdf(
            pdf_variant=PDF_VARIANT, finisher=mend_tags
        )
    return pdf


def _loaded(html: str, base: Path, what: str) -> Any:
    try:
        from weasyprint import HTML  # here, since loading it takes a second
    except OSError as error:
        raise GuideError(
            f"{what}: cannot be printed: {error}.\n"
            "  WeasyPrint needs Pango. Install it: apt install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0, or brew install pango."
        ) from error
    return HTML(string=html, base_url=f"{base.resolve().as_uri()}/")


@contextmanager
def _complaints(what: str) -> Iterator[None]:
    """Collect what WeasyPrint logs at the level of a warning or above, and raise it at the end."""
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
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.setLevel(level)
            logger.propagate = propagate
    if found:
        told = "\n".join(f"  - {line}" for line in dict.fromkeys(found))
        raise GuideError(
            f"{what}: the layout has mistakes:\n{told}\n"
            "  A link or figure on a page is the usual cause. Mend the page, or the print styles."
        )
