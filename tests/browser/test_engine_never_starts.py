"""The engine cannot be had: the page says so calmly, and still holds what helps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.answers import SORE
from tests.browser.conftest import SITE, SiteServer
from tests.browser.reader import Reader

Faults = dict[str, Callable[[bytes], bytes | None]]


def _missing(_: bytes) -> None:
    return None


def _cut_short(body: bytes) -> bytes:
    return body[: len(body) // 2]


def _damaged(body: bytes) -> bytes:
    middle = len(body) // 2
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


def _silent(body: bytes) -> bytes:
    return b"\n" * len(body)


def _without_webassembly(body: bytes) -> bytes:
    return body + b"\nself.WebAssembly = undefined\n"


FAULTS: dict[str, Faults] = {
    "the engine is gone, as after a new deployment": {"manifest.json": _missing},
    "the runtime is missing": {".wasm": _missing},
    "the connection dies half-way": {".wasm": _cut_short},
    "the package is damaged": {".whl": _damaged},
    "the standard library is damaged": {"python_stdlib.zip": _damaged},
    "the protocol is damaged": {"protocol.json": _damaged},
    "the worker's script is missing": {"engine-worker.mjs": _missing},
    "there is no WebAssembly": {"engine-worker.mjs": _without_webassembly},
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=FAULTS.keys())
def test_the_reader_is_told_and_can_go_on(
    reader: Reader, site_server: SiteServer, faults: Faults
) -> None:
    """Calm words, the emergency signs, and the self-check on paper; nothing that waits for ever."""
    site_server.faults.update(faults)
    reader.open()

    _expect_fallback(reader)


def test_a_browser_without_workers(reader: Reader) -> None:
    """The same where there is no worker to be had."""
    reader.page.add_init_script("delete window.Worker")
    reader.open()

    _expect_fallback(reader)


def test_emergency_signs_still_answer(reader: Reader, site_server: SiteServer) -> None:
    """What works without the engine goes on working."""
    site_server.faults["manifest.json"] = _missing
    reader.open()
    reader.wait_for("fallback")

    reader.answer("emergency-signs", "saddle")

    expect(reader.page.locator('[data-now="emergency"] .self-check__now-head')).to_be_in_viewport()


def test_a_start_that_hangs_is_given_up(reader: Reader, site_server: SiteServer) -> None:
    """Where WebAssembly is not allowed, some browsers neither start nor fail."""
    site_server.faults["engine-worker.mjs"] = _silent
    reader.page.clock.install()
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.tab_to("[data-next]")
    reader.page.keyboard.press("Enter")
    reader.page.clock.fast_forward(1_000)
    expect(reader.page.locator("[data-waiting]")).to_be_visible()

    reader.page.clock.fast_forward(30_000)

    reader.wait_for("fallback")
    expect(reader.page.locator("[data-fallback-heading]")).to_be_focused()


def test_trying_again_goes_on_where_the_reader_was(reader: Reader, site_server: SiteServer) -> None:
    """The fault has passed: one button, and nothing has to be said twice."""
    site_server.faults["manifest.json"] = _missing
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.wait_for("fallback")
    site_server.faults.clear()

    reader.page.locator("[data-try-again]").click()
    reader.wait_for("start")
    reader.answer_all(SORE)

    assert reader.state == "result"


def test_a_crash_between_two_questions_loses_nothing(reader: Reader) -> None:
    """The worker starts again by itself, and the answers are in the page."""
    reader.page.add_init_script(
        """const Native = Worker
        window.workers = []
        window.Worker = class extends Native {
            constructor(...args) { super(...args); window.workers.push(this) }
        }"""
    )
    reader.open()
    reader.answer_screen(SORE)
    reader.answer_screen(SORE)
    reader.page.evaluate(
        "workers.at(-1).dispatchEvent(new ErrorEvent('error', {message: 'crash'}))"
    )

    reader.answer_all(SORE)

    assert reader.result.get_attribute("data-disposition") == "self_care"
    assert reader.page.evaluate("workers.length") == 2


def test_an_engine_of_another_build_is_not_believed(reader: Reader) -> None:
    """A result that this page has no words for is not shown in part."""
    reader.open()
    reader.check.evaluate("element => { element.dataset.version = '0.0.0' }")
    reader.answer("emergency-signs", "saddle")
    reader.next()

    assert reader.state == "fallback"


def test_a_policy_that_forbids_webassembly(reader: Reader, site_server: SiteServer) -> None:
    """The headers of a strict host or company: the worker runs, the compiler may not."""
    site_server.faults["engine-worker.mjs"] = lambda body: body
    site_server.headers["engine-worker.mjs"] = {"Content-Security-Policy": "script-src 'self'"}
    reader.open()

    _expect_fallback(reader)


def test_a_download_that_crawls_is_given_up(reader: Reader, site_server: SiteServer) -> None:
    """It gives a sign of life all the time and never ends: nobody waits longer than a minute."""
    site_server.faults["engine-worker.mjs"] = _crawling
    reader.page.clock.install()
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.tab_to("[data-next]")
    reader.page.keyboard.press("Enter")
    bar = reader.page.locator("[data-waiting-bar]")
    for _ in range(11):
        expect(reader.page.locator("[data-fallback]")).to_be_hidden()
        before = bar.evaluate("bar => bar.value")
        reader.page.clock.fast_forward(5_000)
        expect(bar).not_to_have_js_property("value", before)
    expect(bar).to_be_visible()
    assert 0 < float(bar.evaluate("bar => bar.value / bar.max")) < 1

    reader.page.clock.fast_forward(6_000)

    reader.wait_for("fallback")
    expect(reader.page.locator("[data-fallback-heading]")).to_be_focused()
    _expect_fallback(reader)


def test_a_protocol_with_a_mistake(reader: Reader, site_server: SiteServer) -> None:
    """Whole and with the right hash, but a rule asks for a question that is not there."""
    manifest = next(SITE.glob("assets/engine/*/manifest.json"))
    protocol = json.loads(manifest.with_name("protocol.json").read_text(encoding="utf-8"))
    next(iter(protocol["rules"].values()))["when"] = "no-such-question is yes"
    wrong = json.dumps(protocol).encode()

    def listed(body: bytes) -> bytes:
        files = json.loads(body)
        entry = next(file for file in files["files"] if file["role"] == "protocol")
        files["bytes"] += len(wrong) - entry["bytes"]
        entry |= {"bytes": len(wrong), "sha256": hashlib.sha256(wrong).hexdigest()}
        return json.dumps(files).encode()

    entry = next(
        file for file in json.loads(manifest.read_bytes())["files"] if file["role"] == "protocol"
    )
    site_server.faults |= {"manifest.json": listed, entry["name"]: lambda _: wrong}
    reader.open()

    _expect_fallback(reader)


OTHER_BUILDS: dict[str, tuple[str, str]] = {
    "the page is older and lacks a screen": ('data-screen="age"', 'data-screen="old-age"'),
    "the page is newer and asks what the engine does not know": (
        'data-question="emergency-signs"',
        'data-question="newer-signs"',
    ),
    "an option has another name": ('value="none"', 'value="nothing"'),
}


@pytest.mark.parametrize("other", OTHER_BUILDS.values(), ids=OTHER_BUILDS.keys())
def test_page_and_engine_of_two_builds(reader: Reader, other: tuple[str, str]) -> None:
    """No guess is made from half of an answer."""

    def serve(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(*other))

    reader.page.route("**/self-check/", serve)
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.next()

    assert reader.state == "fallback"
    expect(reader.page.locator(".paper-self-check")).to_be_visible()


def _crawling(body: bytes) -> bytes:
    script = (
        b"let n = 0; setInterval(() => postMessage({kind:'progress', loaded:++n, total:1e6}), 20)"
    )
    return script.ljust(len(body))


def _expect_fallback(reader: Reader) -> None:
    reader.wait_for("fallback")
    expect(reader.page.locator("[data-fallback]")).to_be_visible()
    expect(reader.page.locator('[data-level="emergency"]').first).to_be_visible()
    expect(reader.page.locator(".paper-self-check")).to_be_visible()
    expect(reader.page.locator("[data-waiting]")).to_be_hidden()
    expect(reader.page.get_by_role("status")).not_to_be_empty()
