"""Compress files once at build time, so that a server need not do it for every reader."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORTH_IT = {
    ".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".whl", ".xml",
}  # fmt: skip
# Its entries are stored, not compressed, so that this can be done better here.
WORTH_IT_BY_NAME = {"python_stdlib.zip"}
SMALLEST = 1024
"""Bytes. Below that the headers of an answer weigh more than what is saved."""


def compress_files(site: Path, cache: Path) -> None:
    """Write a `.gz` and a `.br` beside every file that gets smaller by it.

    Args:
        site: The built site.
        cache: Where results are kept by content: the runtime takes half a minute.
    """
    cache.mkdir(parents=True, exist_ok=True)
    for path in sorted(site.rglob("*")):
        is_worth_it = path.suffix in WORTH_IT or path.name in WORTH_IT_BY_NAME
        if not path.is_file() or not is_worth_it or path.stat().st_size < SMALLEST:
            continue
        content = path.read_bytes()
        key = hashlib.sha256(content).hexdigest()[:32]
        for suffix, compressed in COMPRESSIONS.items():
            kept = cache / f"{key}{suffix}"
            if not kept.exists():
                unfinished = kept.with_name(f"{kept.name}-unfinished")
                unfinished.write_bytes(compressed(content))
                unfinished.replace(kept)
            path.with_name(path.name + suffix).write_bytes(kept.read_bytes())


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
