"""The press: typesets documents, several at a time, and keeps what it printed."""

from __future__ import annotations

import gc
import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from typing import TYPE_CHECKING

from generator.guide.content import GuideError
from generator.guide.picture import picture_of
from generator.guide.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future
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

    def print(self, jobs: Iterable[Job]) -> list[Path]:
        """The PDF of each job; beside each lies a picture of its first page.

        Args:
            jobs: What is printed. Each is started as it comes, so that the next can be written
                meanwhile. Those with the same document come one after the other.

        Raises:
            GuideError: One cannot be printed, or is too large.
        """
        paths: list[Path] = []
        waiting: list[tuple[Job, Path]] = []
        started: list[Future[None]] = []
        with ExitStack() as stack:
            pool: ProcessPoolExecutor | None = None
            for job in jobs:
                path = self._path(job)
                paths.append(path)
                if _is_there(path):
                    continue
                if waiting and waiting[0][0].html != job.html:
                    pool = pool or stack.enter_context(_pool())
                    started.append(pool.submit(_print, waiting, self._fonts))
                    waiting = []
                waiting.append((job, path))
            if waiting and pool:
                started.append(pool.submit(_print, waiting, self._fonts))
            elif waiting:
                _print(waiting, self._fonts)
            for printing in started:
                printing.result()
        return paths

    def _path(self, job: Job) -> Path:
        finish = getattr(job.finish, "__name__", "")
        key = hashlib.sha256(self._basis + f"{finish}\n{job.html}".encode()).hexdigest()[:24]
        return self._cache / f"{key}.pdf"


def _pool() -> ProcessPoolExecutor:
    """Fresh processes: a copy of this one could hold a lock that nobody gives back.

    None lives long enough for its garbage to matter: a guide leaves some 40 MB. Looking for it among
    all that a layout keeps takes a third of the time.
    """
    return ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=gc.disable)


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
