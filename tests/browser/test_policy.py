"""The content security policy holds on every page, and nothing on any page breaks it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.answers import SORE
from tests.browser.conftest import SITE
from tests.browser.host import Host, hosted
from tests.browser.reader import Reader

PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
ENGINE = next(SITE.glob("assets/engine/*/manifest.json"))
ENGINE_FILES = [file["name"] for file in json.loads(ENGINE.read_text())["files"]]

REPORT = """document.addEventListener('securitypolicyviolation', event =>
    report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`))"""


@pytest.fixture(params=[True, False], ids=["host sends headers", "host sends none"])
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    with hosted(SITE, sends_headers=request.param) as running:
        yield running


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page on which a violation fails the test, whether the page or a worker commits it."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    violations: list[str] = []
    page.expose_function("report", lambda violation: violations.append(violation))  # noqa: PLW0108 - a bound method of a list cannot be exposed
    page.add_init_script(REPORT)
    page.on(
        "console",
        lambda said: violations.append(said.text) if "Content Security" in said.text else None,
    )
    yield page
    context.close()
    assert violations == []


def test_no_page_breaks_its_policy(watched: Page, host: Host) -> None:
    """Every page, in light and in dark, with its menu and its search."""
    for path in PAGES:
        watched.goto(host.url + path.removesuffix("index.html"))
        policy = watched.locator('meta[http-equiv="Content-Security-Policy"]')
        assert "default-src 'none'" in str(policy.get_attribute("content")), path
        assert "unsafe-inline" not in str(policy.get_attribute("content"))
        assert "unsafe-eval" not in str(policy.get_attribute("content")).replace("wasm-unsafe", "")
    watched.goto(host.url)
    watched.locator("[data-scheme-switch]:visible").first.click()
    watched.locator("[data-search-open]").click()
    watched.keyboard.type("pain")
    expect(watched.locator(".md-search-result__list li").first).to_be_visible()


def test_a_whole_self_check_keeps_to_the_policy(watched: Page, host: Host) -> None:
    """From the first byte of the engine to the summary and the reminder."""
    reader = Reader(watched, host.url + "self-check/")
    reader.open().answer_all(SORE)
    watched.locator("[data-copy]").click()
    with watched.expect_download():
        watched.locator("[data-calendar]:visible").click()

    assert reader.state == "result"


def test_the_policy_stops_what_somebody_smuggled_in(page: Page, host: Host) -> None:
    """This proves that it works at all: each of these would do harm without it."""
    page.goto(host.url)
    harm = page.evaluate(
        """async () => {
            document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="harm=1">')
            const script = document.createElement('script')
            script.textContent = 'harm=2'
            document.body.append(script)
            try { setTimeout('harm=3') } catch {}
            const sent = await fetch('http://127.0.0.2:9/?said=something').then(() => 1, () => 0)
            await new Promise(done => setTimeout(done, 200))
            return [typeof harm, sent]
        }"""
    )

    assert harm == ["undefined", 0]


@pytest.mark.parametrize("host", [False], ids=["host sends none"], indirect=True)
@pytest.mark.parametrize("name", ENGINE_FILES)
def test_a_flipped_byte_in_the_engine_never_runs(page: Page, host: Host, name: str) -> None:
    """Each file, one bit of one byte: the self-check on paper, and no answer from the engine."""

    def flip(route: Route) -> None:
        response = route.fetch()
        body = bytearray(response.body())
        body[len(body) // 3] ^= 1
        route.fulfill(response=response, body=bytes(body))

    page.route(f"**/{name}", flip)
    reader = Reader(page, host.url + "self-check/")
    reader.open()
    reader.wait_for("fallback")

    expect(page.locator(".paper-self-check")).to_be_visible()


HOSTILE = '"><img src=x onerror=harm=1><script>harm=2</script>'


@pytest.mark.parametrize(
    "where",
    ["#" + HOSTILE, "?q=" + HOSTILE, "?h=" + HOSTILE, "#__search?q=" + HOSTILE],
    ids=["fragment", "query", "highlight", "search"],
)
def test_nothing_from_the_address_becomes_html(page: Page, host: Host, where: str) -> None:
    for path in ("", "self-check/"):
        page.goto(host.url + path + where)
        page.wait_for_timeout(200)

        assert page.evaluate("typeof harm") == "undefined"
        assert page.locator("img[src=x]").count() == 0


def test_nothing_from_storage_or_typing_becomes_html(page: Page, host: Host) -> None:
    """What lies in storage is read as a word that is known, or not at all; so is what is typed."""
    page.goto(host.url)
    page.evaluate(
        "html => ['colours', 'x'].forEach(key => localStorage.setItem(location.pathname + key, html))",
        HOSTILE,
    )
    page.reload()
    page.locator("[data-search-open]").click()
    page.keyboard.insert_text(HOSTILE)
    page.wait_for_timeout(500)

    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("typeof harm") == "undefined"
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") in {"default", "slate"}
