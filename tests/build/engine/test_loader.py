"""The engine's start in a browser: it counts, it checks, and it has no network of its own."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.engine import EngineBundle

ROOT = Path(__file__).parents[3]
LOADER = ROOT / "site_overrides" / "self-check" / "engine-loader.mjs"
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
WORKER = """
import { startEngine } from './engine-loader.mjs'

const progress = []
try {
  const engine = await startEngine('engine/', { onProgress: (seen) => progress.push(seen) })
  const answer = JSON.parse(engine.call('{"v": 1, "kind": "step", "answers": {}}'))
  const network = await fetch('engine/manifest.json').then(() => 'open', String)
  postMessage({ answer, progress, network })
} catch (error) {
  postMessage({ error: String(error), progress })
}
"""
PAGE = """
const worker = new Worker('worker.mjs', { type: 'module' })
worker.addEventListener('message', ({ data }) => { window.outcome = data })
"""


class Server(ThreadingHTTPServer):
    """Serves a folder under a sub-path, with the policy of the site, and notes what was asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.policy = POLICY
        self.types = {".mjs": "text/javascript", ".wasm": "application/wasm"}
        self.asked: list[str] = []


class Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path.rpartition("/")[2])
        super().do_GET()

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/back"))

    def guess_type(self, path: Any) -> str:
        return self.server.types.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def folder(engine: EngineBundle, tmp_path: Path) -> Path:
    """A site with nothing but the engine."""
    engine.write(tmp_path / "engine")
    shutil.copy(LOADER, tmp_path)
    (tmp_path / "worker.mjs").write_text(WORKER)
    (tmp_path / "page.mjs").write_text(PAGE)
    (tmp_path / "index.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.mjs"></script>'
    )
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def start(browser: Browser, server: Server) -> Iterator[Callable[[], dict[str, Any]]]:
    """Open the page, start the engine and wait for what comes of it."""
    context = browser.new_context()

    def opened() -> dict[str, Any]:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/back/index.html")
        return outcome(page)

    yield opened
    context.close()


def outcome(page: Page) -> dict[str, Any]:
    for _ in range(1200):
        if found := page.evaluate("window.outcome"):
            return dict(found)
        page.wait_for_timeout(100)
    raise AssertionError("The engine gave no sign in two minutes.")


def test_it_starts_under_a_sub_path_and_answers(
    start: Callable[[], dict[str, Any]], server: Server, engine: EngineBundle
) -> None:
    """Each file is asked for once, although scripts are both checked and imported."""
    seen = start()

    assert seen.get("answer", seen)["kind"] == "ask"
    names = [file.name for file in engine.files]
    assert sorted(name for name in server.asked if name in names) == sorted(names)


def test_progress_ends_at_the_whole(
    start: Callable[[], dict[str, Any]], engine: EngineBundle
) -> None:
    progress = start()["progress"]
    total = json.loads(engine.manifest)["bytes"]

    loaded = [step["loaded"] for step in progress]
    assert loaded == sorted(loaded)
    assert progress[-1] == {"loaded": total, "total": total}


def test_the_engine_has_no_network(start: Callable[[], dict[str, Any]]) -> None:
    """Not even to its own site: answers cannot leave by this way."""
    assert "the engine has no network" in start()["network"]


@pytest.mark.parametrize(
    "role", ["glue", "loader", "lock", "package", "protocol", "standard-library", "wasm"]
)
def test_a_changed_byte_is_refused(
    role: str, folder: Path, start: Callable[[], dict[str, Any]], engine: EngineBundle
) -> None:
    """One other byte in one file, and Python does not start."""
    name = next(file.name for file in engine.files if file.role == role)
    content = bytearray((folder / "engine" / name).read_bytes())
    content[-1] ^= 1
    (folder / "engine" / name).write_bytes(content)

    assert start()["error"] == f"EngineFileError: {name}: not the file that was built"


@pytest.mark.parametrize("role", ["wasm", "package"])
def test_a_file_cut_short_is_refused(
    role: str, folder: Path, start: Callable[[], dict[str, Any]], engine: EngineBundle
) -> None:
    name = next(file.name for file in engine.files if file.role == role)
    content = (folder / "engine" / name).read_bytes()
    (folder / "engine" / name).write_bytes(content[: len(content) // 2])

    assert start()["error"] == f"EngineFileError: {name}: cut short"


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "pyodide.mjs", "manifest.json"])
def test_a_missing_file_is_named(
    name: str, folder: Path, start: Callable[[], dict[str, Any]]
) -> None:
    (folder / "engine" / name).unlink()

    assert start()["error"] == f"EngineFileError: {name}: the server answered 404"


def test_a_server_that_does_not_know_wasm_will_do(
    start: Callable[[], dict[str, Any]], server: Server
) -> None:
    """Many cheap hosts send it as anything."""
    server.types[".wasm"] = "application/octet-stream"

    assert start()["answer"]["kind"] == "ask"


def test_a_policy_without_wasm_fails_at_once(
    start: Callable[[], dict[str, Any]], server: Server
) -> None:
    """The runtime would wait for ever, without a word."""
    server.policy = "default-src 'self'"

    assert "WebAssembly" in start()["error"]
