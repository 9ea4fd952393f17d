"""The self-check in a frame of another site, as its snippet puts it there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, FrameLocator, Page, expect

from macros.embed_snippet import ALLOWED, NO_ADDRESS
from tests.browser.answers import BY_DISPOSITION
from tests.browser.conftest import SITE
from tests.browser.host import Host, hosted
from tests.browser.reader import Said

MOST_SECONDS = 60


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests say what is wrong."""


@dataclass
class Gym:
    """Another site, on another origin, that shows the self-check in a page of its own."""

    page: Page
    url: str
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Each request: the page or frame that asked, and what for."""

    @property
    def frame(self) -> FrameLocator:
        """The self-check in it."""
        return self.page.frame_locator("iframe")

    @property
    def heard(self) -> list[dict[str, Any]]:
        """The messages that it got."""
        found: list[dict[str, Any]] = self.page.evaluate("window.heard")
        return found

    def answer_all(self, answers: Said) -> None:
        """Answer every screen until there is a result."""
        check = self.frame.locator("self-check")
        expect(check).to_have_attribute("state", "start")
        while check.get_attribute("state") != "result":
            shown = self.frame.locator("[data-screen]:visible")
            before = shown.get_attribute("data-screen")
            for question in shown.locator("[data-question]:visible").all():
                self._answer(str(question.get_attribute("data-question")), answers)
            self.frame.locator("[data-next]:visible, .self-check__see-result:visible").first.click()
            following = self.frame.locator(f'[data-screen="{before}"]')
            expect(following).to_be_hidden()

    def _answer(self, question: str, answers: Said) -> None:
        said = answers[question]
        number = self.frame.locator(f"#q-{question}-number")
        if isinstance(said, int) and number.count():
            number.fill(str(said))
            return
        for option in said if isinstance(said, list) else [said]:
            self.frame.locator(f"#q-{question}-{option}").check()


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    """Where the self-check stands, with the headers that it asks for."""
    with hosted(SITE) as host:
        yield host


@pytest.fixture
def gym(browser: Browser, host: Host, tmp_path: Path) -> Iterator[Gym]:
    """A page with the very lines that the site offers."""
    with _showing(browser, _snippet(host), tmp_path) as gym:
        yield gym


@pytest.fixture(scope="module")
def advised(
    browser: Browser, host: Host, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gym]:
    """The same at the end of the questions, for the tests that only look at it."""
    with _showing(browser, _snippet(host), tmp_path_factory.mktemp("gym")) as gym:
        gym.answer_all(BY_DISPOSITION["urgent"])
        yield gym


def test_it_starts_and_gives_its_advice(advised: Gym) -> None:
    """To the end of the questions."""
    shown = advised.frame.locator("[data-disposition]:visible")
    expect(shown).to_have_attribute("data-disposition", "urgent")


def test_an_emergency_is_told_in_it(gym: Gym) -> None:
    gym.answer_all(BY_DISPOSITION["emergency"])

    shown = gym.frame.locator("[data-disposition]:visible")
    expect(shown).to_have_attribute("data-disposition", "emergency")


def test_the_page_around_hears_how_high_it_is_and_nothing_else(advised: Gym, host: Host) -> None:
    """Two keys, one number, from the frame alone; and the frame is as high as what it shows."""
    assert advised.heard
    for message in advised.heard:
        assert message["origin"] == "http://" + urlsplit(host.url).netloc
        assert message["data"].keys() == {"type", "height"}
        assert message["data"]["type"] == "self-check:height"
        assert isinstance(message["data"]["height"], int)
    body = advised.frame.locator("body")
    content = body.evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
    expect(advised.page.locator("iframe")).to_have_attribute("height", str(content))
    assert body.evaluate("() => document.documentElement.scrollHeight <= innerHeight")


def test_the_height_comes_to_rest(gym: Gym) -> None:
    """A frame that grows with its own height would never stop."""
    expect(gym.frame.locator("self-check")).to_have_attribute("state", "start")
    for _ in range(MOST_SECONDS):
        before = len(gym.heard)
        gym.page.wait_for_timeout(1000)
        if len(gym.heard) == before:
            return
    pytest.fail("It never comes to rest.")


def test_the_page_around_cannot_read_it(advised: Gym) -> None:
    assert advised.page.evaluate("document.querySelector('iframe').contentDocument") is None
    assert advised.page.evaluate(
        """() => {
            try { return document.querySelector('iframe').contentWindow.document.body.innerText }
            catch (error) { return error.name }
        }"""
    ) == ("SecurityError")


def test_it_cannot_touch_the_page_around(gym: Gym) -> None:
    """Neither read it nor lead it elsewhere."""
    expect(gym.frame.locator("self-check")).to_have_attribute("state", "start")
    tried = gym.frame.locator("body").evaluate(
        """() => {
            const names = []
            for (const attempt of [() => parent.document.title, () => { top.location.href = 'about:blank' }]) {
                try { attempt() } catch (error) { names.push(error.name) }
            }
            return names
        }"""
    )

    assert tried == ["SecurityError", "SecurityError"]
    assert gym.page.url == gym.url


def test_it_asks_the_page_around_for_nothing(advised: Gym, host: Host) -> None:
    """Every request of the frame goes to the site of the self-check, and tells it of no page."""
    site, around = urlsplit(host.url).netloc, urlsplit(advised.url).netloc
    of_frame = [url for frame, url in advised.asked if urlsplit(frame).netloc == site]
    assert of_frame
    assert {urlsplit(url).netloc for url in of_frame} == {site}
    assert around not in " ".join(of_frame)


def test_links_open_in_a_new_tab(advised: Gym, host: Host) -> None:
    """A source, and the way to the whole site; the tab works like any other."""
    links = [".self-check__rules [data-rule]:visible .cite__link", ".embedded__from a"]
    for link in links:
        with advised.page.context.expect_page() as opened:
            advised.frame.locator(link).first.click()
        assert opened.value.url.startswith(host.url)
        assert opened.value.evaluate("self.origin") != "null"
        opened.value.close()
    assert advised.page.url == advised.url
    for address in advised.frame.locator("a[href]").all():
        if (address.get_attribute("href") or "").startswith(("tel:", "#")):
            continue
        assert address.get_attribute("target") == "_blank"


def test_clear_and_leave_begins_anew_in_the_frame(gym: Gym) -> None:
    """No other page of the site may stand in a frame."""
    gym.frame.locator("#q-emergency-signs-none").check()
    gym.frame.locator("[data-leave]").click()

    expect(gym.frame.locator("#q-emergency-signs-none")).not_to_be_checked()
    expect(gym.frame.locator("self-check")).to_have_attribute("state", "start")


def test_a_file_can_be_saved_from_it(gym: Gym) -> None:
    gym.answer_all(BY_DISPOSITION["self_care"])
    with gym.page.expect_download() as saved:
        gym.frame.locator("[data-calendar]:visible").click()

    assert saved.value.suggested_filename.endswith(".ics")


@pytest.mark.parametrize("address", ["", "self-check/", "red-flags/", "es/", "es/self-check/"])
def test_no_other_page_may_stand_in_a_frame(
    browser: Browser, host: Host, tmp_path: Path, address: str
) -> None:
    refused: list[str] = []
    with _showing(browser, f'<iframe src="{host.url}{address}"></iframe>', tmp_path) as gym:
        gym.page.on("requestfailed", lambda request: refused.append(request.failure or ""))
        gym.page.reload()
        assert not gym.frame.locator("main, #main").count()
    assert refused == ["net::ERR_BLOCKED_BY_RESPONSE"]


def test_each_language_has_a_frame(browser: Browser, host: Host, tmp_path: Path) -> None:
    """In its words, with what is said of the translation."""
    with _showing(browser, _snippet(host, 1), tmp_path) as gym:
        gym.answer_all(BY_DISPOSITION["emergency"])
        expect(gym.frame.locator("html")).to_have_attribute("lang", "es")
        expect(gym.frame.locator(".translation-note")).to_be_visible()


@pytest.mark.parametrize("left_out", ["allow-same-origin", "allow-scripts"])
def test_a_stricter_sandbox_leaves_the_signs_and_the_paper(
    browser: Browser, host: Host, tmp_path: Path, left_out: str
) -> None:
    """Why the snippet allows both: without its own origin no engine can start."""
    strict = _snippet(host).replace(f"{left_out} ", "").replace(f'"{left_out}', '"')
    with _showing(browser, strict, tmp_path) as gym:
        expect(gym.frame.locator("#q-emergency-signs-saddle")).to_be_visible()
        expect(gym.frame.locator("[data-paper]")).to_have_attribute("open", "")


def test_the_snippet_allows_what_the_page_explains(host: Host) -> None:
    """Each right has its row, and there is no other."""
    page = html.document_fromstring((SITE / "put-it-on-your-site/index.html").read_bytes())
    rows = [row.text_content() for row in page.cssselect("#main td:first-child code")]
    (frame,) = html.fromstring(f"<div>{_snippet(host)}</div>").cssselect("iframe")

    assert rows == list(ALLOWED) == frame.get("sandbox").split()


def _snippet(host: Host, number: int = 0) -> str:
    """The lines that a publisher copies, as the page shows them."""
    page = html.document_fromstring((SITE / "put-it-on-your-site/index.html").read_bytes())
    return str(page.cssselect(".snippet code")[number].text_content()).replace(NO_ADDRESS, host.url)


@contextmanager
def _showing(browser: Browser, lines: str, folder: Path) -> Iterator[Gym]:
    """A page of another site with these lines, on another origin."""
    listens = "window.heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }))"
    (folder / "index.html").write_text(
        f"<!doctype html><title>A gym</title><h1>A gym</h1><script>{listens}</script>{lines}",
        encoding="utf-8",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    try:
        # Another name for this machine is another site to a browser, not only another origin.
        gym = Gym(context.new_page(), f"http://localhost:{server.server_port}/")
        gym.page.on("request", lambda asked: gym.asked.append((asked.frame.url, asked.url)))
        gym.page.goto(gym.url)
        yield gym
    finally:
        context.close()
        server.shutdown()
        server.server_close()
