"""A web server on loopback that compresses and caches as a good host does."""

from __future__ import annotations

import hashlib
import mimetypes
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from generator.policy.compressing import COMPRESSIONS, WORTH_IT, WORTH_IT_BY_NAME
from generator.policy.headers import ASK_FIRST, FOR_EVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".webmanifest": "application/manifest+json",
}
PIECE = 16_384
"""Bytes that a slow line sends at a time."""


class Line:
    """How fast the network is; all connections share it.

    Args:
        bits_per_second: Its rate; 0 for no limit.
        delay: Seconds that pass before each answer, there and back.
    """

    def __init__(self, bits_per_second: float = 0, delay: float = 0) -> None:
        self.bits_per_second = bits_per_second
        self.delay = delay
        self._lock = threading.Lock()
        self._free_at = 0.0

    def wait(self, size: int) -> None:
        """Wait until so many bytes have gone over the line."""
        if not self.bits_per_second:
            return
        with self._lock:
            begin = max(self._free_at, time.monotonic())
            self._free_at = begin + size * 8 / self.bits_per_second
            end = self._free_at
        time.sleep(max(0.0, end - time.monotonic()))


class Served:
    """A folder on a loopback port.

    Args:
        folder: What is served.
        cache: Where compressed copies are kept.
        is_kept_for_ever: Which paths a browser may keep without asking.
        headers: More headers, for a path.
    """

    def __init__(
        self,
        folder: Path,
        cache: Path,
        is_kept_for_ever: Callable[[str], bool],
        headers: Callable[[str], dict[str, str]] = lambda _: {},
    ) -> None:
        self.folder = folder
        self.line = Line()
        self.sent: Counter[str] = Counter()
        """Bytes of the bodies sent, by path."""
        self.is_kept_for_ever = is_kept_for_ever
        self.headers = headers
        self._cache = cache
        self._bodies: dict[tuple[str, str], tuple[bytes, str]] = {}
        served = self

        class Handler(_Handler):
            serves = served

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def url(self) -> str:
        """The address, ending in a slash."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def body(self, path: str, encoding: str) -> tuple[bytes, str]:
        """What is sent for a path, and its tag. Read and compressed once, before anything counts.

        Raises:
            OSError: There is no such file.
        """
        key = (path, encoding)
        if key not in self._bodies:
            content = (self.folder / path).read_bytes()
            digest = hashlib.sha256(content).hexdigest()[:32]
            if encoding:
                content = self._compressed(content, digest, encoding)
            self._bodies[key] = content, digest
        return self._bodies[key]

    def warm_up(self) -> None:
        """Compress all files before the clock runs."""
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and is_worth_it(name):
                self.body(name, ".br")

    def stop(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _compressed(self, content: bytes, digest: str, encoding: str) -> bytes:
        kept = self._cache / f"{digest}{encoding}"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_name(f"{kept.name}-bench")
            unfinished.write_bytes(COMPRESSIONS[encoding](content))
            unfinished.replace(kept)
        return kept.read_bytes()


def is_worth_it(name: str) -> bool:
    """Whether a host would compress this file."""
    suffix = "." + name.rpartition(".")[2]
    return suffix in WORTH_IT or name.rpartition("/")[2] in WORTH_IT_BY_NAME


@contextmanager
def served(folder: Path, cache: Path, **options: Any) -> Iterator[Served]:
    """Serve a folder for a while; see `Served`."""
    server = Served(folder, cache, **options)
    try:
        yield server
    finally:
        server.stop()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away: it is closed in the middle of what it loads."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    serves: Served

    def do_GET(self) -> None:
        """Send a file, compressed where the browser takes it."""
        served = self.serves
        time.sleep(served.line.delay)
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        takes = self.headers.get("Accept-Encoding", "")
        encoding = ".br" if "br" in takes and is_worth_it(path) else ""
        try:
            body, tag = served.body(path, encoding)
        except OSError:
            self.send_error(404)
            return
        etag = f'"{tag}"'
        is_same = self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_same else 200)
        self.send_header("ETag", etag)
        self.send_header("Cache-Control", FOR_EVER if served.is_kept_for_ever(path) else ASK_FIRST)
        for name, value in served.headers(path).items():
            self.send_header(name, value)
        if not is_same:
            suffix = "." + path.rpartition(".")[2]
            kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if encoding:
                self.send_header("Content-Encoding", encoding[1:])
                self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        if not is_same:
            self._send(path, body)

    def _send(self, path: str, body: bytes) -> None:
        line = self.serves.line
        if not line.bits_per_second:
            self.serves.sent[path] += len(body)
            self.wfile.write(body)
            return
        self.wfile.flush()
        for begin in range(0, len(body), PIECE):
            piece = body[begin : begin + PIECE]
            line.wait(len(piece))
            self.serves.sent[path] += len(piece)
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
