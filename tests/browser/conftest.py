"""The built site on a loopback port, and a real Chromium to read it with.

`SITE_DIR` names another folder than `site/`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import Reader

Fault = Callable[[bytes], bytes | None]
SITE = Path(os.environ.get("SITE_DIR", Path(__file__).parents[2] / "site"))


class SiteServer(ThreadingHTTPServer):
    """The built site, with faults where a test wants them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), partial(_SiteHandler, directory=str(SITE)))
        self.faults: dict[str, Fault] = {}
        """By the end of a file's name: what becomes of its bytes; None for "not found"."""
        self.headers: dict[str, dict[str, str]] = {}
        """By the end of a file's name: headers that come with a file that a fault changes."""

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.server_port}/"

    def mend(self) -> str:
        """Serve the site as it is again; gives the address of the home page."""
        self.faults.clear()
        self.headers.clear()
        return self.url

    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up is part of some tests."""


class _SiteHandler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - as the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def do_GET(self) -> None:
        """Serve the file, or what a fault makes of it. One that got shorter is cut off."""
        server = cast("SiteServer", self.server)
        for suffix, fault in server.faults.items():
            if self.path.endswith(suffix):
                whole = Path(self.translate_path(self.path)).read_bytes()
                body = fault(whole)
                if body is None:
                    return self.send_error(404)
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(self.path))
                self.send_header("Content-Length", str(max(len(whole), len(body))))
                for name, value in server.headers.get(suffix, {}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
                return None
        return super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests say what is wrong."""


@pytest.fixture(scope="session")
def site_server() -> Iterator[SiteServer]:
    """The site on a free port of this machine."""
    if not (SITE / "self-check" / "index.html").exists():
        pytest.fail(f"{SITE} holds no built site. Run: make site")
    server = SiteServer()
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site_url(site_server: SiteServer) -> str:
    """The address of the site, without faults."""
    return site_server.mend()


@contextmanager
def small_phone(browser: Browser) -> Iterator[Page]:
    """A page on a small phone, with a clean slate. An error in a script fails the test."""
    context = browser.new_context(
        viewport={"width": 360, "height": 760},
        locale="en-GB",
        reduced_motion="reduce",
        # What it fetches to keep would mingle with what the page fetches. tests/browser/offline/ has it.
        service_workers="block",
    )
    fresh = context.new_page()
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    yield fresh
    context.close()
    assert errors == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a test's own."""
    with small_phone(browser) as fresh:
        yield fresh


@pytest.fixture
def reader(page: Page, site_url: str) -> Reader:
    """Someone who goes through the self-check by keyboard; they have not opened it yet."""
    return Reader(page, site_url + "self-check/")
