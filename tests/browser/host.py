"""A host for a built site: under a sub-path, with its headers, and it can be cut off or changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PREFIX = "/back/"


class Host:
    """A small server on loopback.

    Args:
        site: The folder that it serves. It can be changed while the server runs: a new deployment.
        sends_headers: Whether it sends what `_headers` says, as some hosts do.
    """

    def __init__(self, site: Path, *, sends_headers: bool = True) -> None:
        self.site = site
        self.sends_headers = sends_headers
        self.asked: list[str] = []
        """Path of each request, within the site."""
        self.missing: set[str] = set()
        """Paths that this host answers with 404, as after half an upload."""
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self.connect()

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self._port}{PREFIX}"

    def connect(self) -> None:
        """Let the host be reached, at the same address as before."""
        host = self

        class Handler(_Handler):
            serves = host

        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._server.daemon_threads = True
        self._port = self._server.server_port
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}).start()

    def cut(self) -> None:
        """Cut the network: nobody answers any more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def headers_for(self, path: str) -> Iterator[tuple[str, str]]:
        """What `_headers` says about a path within the site."""
        rule = ""
        for line in (self.site / "_headers").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                rule = line
            elif f"/{path}" == rule or (rule.endswith("*") and f"/{path}".startswith(rule[:-1])):
                name, _, value = line.strip().partition(": ")
                yield name, value


class _Handler(SimpleHTTPRequestHandler):
    serves: Host
    extensions_map = {  # noqa: RUF012 - as the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:
        path = self._path_in_site()
        self.serves.asked.append(path)
        if not self.path.startswith(PREFIX) or path in self.serves.missing:
            self.send_error(404)
            return
        super().do_GET()

    def translate_path(self, path: str) -> str:
        self.directory = str(self.serves.site)
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def end_headers(self) -> None:
        if self.serves.sends_headers:
            for name, value in self.serves.headers_for(self._path_in_site()):
                self.send_header(name, value)
        super().end_headers()

    def _path_in_site(self) -> str:
        return self.path.partition("?")[0].removeprefix(PREFIX)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests say what is wrong."""


@contextmanager
def hosted(site: Path, *, sends_headers: bool = True) -> Iterator[Host]:
    """A host for the time of a test."""
    host = Host(site, sends_headers=sends_headers)
    try:
        yield host
    finally:
        host.cut()
