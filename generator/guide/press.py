"""The press: typesets documents, several at a time, and keeps what it printed."""

from __future__ import annotations

import gc
import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from typing import TYPE_CHECKING

from generator.guide.content import GuideError
from generator.guide.picture import picture_of
from generator.guide.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST_BYTES = 1_000_000
"""An edition has to be quick to fetch on a phone."""
WORKERS = max(2, min(4, os.cpu_count() or 1))
"""Typesetting takes one processor core for seconds; the longest edition takes a quarter of it all."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be printed.

    Attributes:
        what: What it is, for messages.
        html: The whole document, with its styles.
        finish: What is done to its pages, such as folding.
    """

    what: str
    html: str
    finish: Callable[[bytes], bytes] | None = None


class Press:
    """Prints documents.

    Args:
        fonts: The folder of the fonts.
        pictures: Other files that documents show.
        cache: A folder to keep in what was printed: the same document is printed once.
    """

    def __init__(self, fonts: Path, pictures: Sequence[Path], cache: Path) -> None:
        self._fonts = fonts
        self._cache = cache
        cache.mkdir(parents=True, exist_ok=True)
        shown = [path.read_bytes() for path in [*sorted(fonts.glob("*.woff2")), *pictures]]
        self._basis = hashlib.sha256(b"".join([version("weasyprint").encode(), *shown])).digest()

    def print(self, jobs: Sequence[Job]) -> list[Path]:
        """The PDF of each job; beside each lies a picture of its first page.

        Raises:
            GuideError: One cannot be printed, or is too large.
        """
        paths = [self._path(job) for job in jobs]
        todo: dict[str, list[tuple[Job, Path]]] = {}
        for path, job in zip(paths, jobs, strict=True):
            if not _is_there(path):
                todo.setdefault(job.html, []).append((job, path))
        if len(todo) > 1:
            # A fresh process each: a copy of this one could hold a lock that nobody gives back.
            # None lives long enough for its garbage to matter: a guide leaves some 40 MB. Looking
            # for it among all that a layout keeps takes a third of the time.
            with ProcessPoolExecutor(
                WORKERS, mp_context=get_context("spawn"), initializer=gc.disable
            ) as pool:
                started = [pool.submit(_print, same, self._fonts) for same in todo.values()]
                for printing in started:
                    printing.result()
        else:
            for same in todo.values():
                _print(same, self._fonts)
        return paths

    def _path(self, job: Job) -> Path:
        finish = getattr(job.finish, "__name__", "")
        key = hashlib.sha256(self._basis + f"{finish}\n{job.html}".encode()).hexdigest()[:24]
        return self._cache / f"{key}.pdf"


def _is_there(pdf: Path) -> bool:
    return pdf.exists() and pdf.with_suffix(".webp").exists()


def _print(same: Sequence[tuple[Job, Path]], fonts: Path) -> None:
    """Typeset one document, and finish it in each of the ways that are wanted."""
    first, _ = same[0]
    flat = typeset(first.html, fonts, what=first.what)
    for job, path in same:
        pdf = job.finish(flat) if job.finish else flat
        if len(pdf) > MOST_BYTES:
            raise GuideError(
                f"{job.what}: it has {len(pdf):,} bytes, more than {MOST_BYTES:,}. "
                "Print fewer pages (mkdocs.yml: extra.guide.pages) or simpler figures."
            )
        _write(path, pdf)
        picture_of(path, path.with_suffix(".webp"))


def _write(path: Path, body: bytes) -> None:
    """Write all or nothing: a build that is stopped leaves no half file in the cache."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(body)
    os.replace(unfinished, path)
