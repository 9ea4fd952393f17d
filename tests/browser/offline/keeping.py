"""What a browser keeps of the site."""

from __future__ import annotations

import time

from playwright.sync_api import Page

from tests.browser.host import Host

PATIENCE_S = 120
KEPT = """async () => {
    const paths = []
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) paths.push(request.url)
    return paths
}"""
NOTHING_COMES = """async () => {
    const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {}
    return !installing && !waiting
}"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"


def wait_until_kept(page: Page, path: str = "release.json") -> None:
    """Wait until the browser keeps a path: `release.json` is the last of a release."""
    _wait(page, f"async () => (await ({KEPT})()).some(url => url.includes('{path}'))")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")


def wait_until_everything_is_kept(page: Page) -> None:
    """Wait for engine and guide too."""
    wait_until_kept(page)
    for path in ("protocol.json", "pyodide.asm.wasm", "python_stdlib.zip", ".pdf"):
        wait_until_kept(page, path)


def wait_until_next_lies_ready(page: Page) -> None:
    """Wait until the browser has the next deployment whole."""
    _wait(page, WAITING)


def wait_until_refused(page: Page, host: Host, path: str) -> None:
    """Wait until the browser has asked for a path of a release, and has given that release up."""
    end = time.monotonic() + PATIENCE_S
    while path not in host.asked:
        assert time.monotonic() < end, f"nobody asks for {path}"
        page.wait_for_timeout(50)
    _wait(page, NOTHING_COMES)


def releases(page: Page) -> list[str]:
    """Names of the caches."""
    return list(page.evaluate("caches.keys()"))


def _wait(page: Page, condition: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not page.evaluate(f"({condition})()"):
        assert time.monotonic() < end, f"still not so: {condition}"
        page.wait_for_timeout(200)
