"""The network is gone: what was visited is still there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import SORE
from tests.browser.conftest import SITE
from tests.browser.host import Host
from tests.browser.offline.keeping import (
    wait_until_everything_is_kept,
    wait_until_kept,
    wait_until_refused,
)
from tests.browser.reader import Reader

PAGES = sorted(
    path.parent.relative_to(SITE).as_posix()
    for path in SITE.rglob("index.html")
    if path.parent.name != "embed"  # it stands in a page of another site, which is gone as well
)


def test_after_one_visit_every_page_can_be_read(page: Page, host: Host) -> None:
    """One page was visited, with its style and its search; then nobody answers any more."""
    page.goto(host.url)
    wait_until_kept(page)
    host.cut()

    for path in PAGES:
        answer = page.goto(host.url + ("" if path == "." else f"{path}/"))
        assert answer is not None
        assert answer.ok, path
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0, path
    page.locator("[data-search-open]").click()
    page.keyboard.type("pain")
    expect(page.locator(".md-search-result__list li").first).to_be_visible()


def test_after_one_visit_the_self_check_runs(page: Page, host: Host) -> None:
    """A reader who opened the self-check once has it for ever, and the guide."""
    page.goto(host.url + "self-check/")
    wait_until_everything_is_kept(page)
    host.cut()

    reader = Reader(page, host.url + "self-check/")
    reader.open().answer_all(SORE)

    assert reader.state == "result"
    guide = next(SITE.glob("guide/*.pdf"))
    fetched = "name => fetch('../guide/' + name).then(r => r.blob()).then(b => b.size)"
    assert page.evaluate(fetched, guide.name) == guide.stat().st_size


def test_an_address_without_its_slash_is_found(page: Page, host: Host) -> None:
    """What a server does for a reader who types an address, the browser does now."""
    page.goto(host.url)
    wait_until_kept(page)
    host.cut()

    page.goto(host.url + "self-check")

    assert page.url == host.url + "self-check/"


def test_an_unknown_address_says_so(page: Page, host: Host) -> None:
    page.goto(host.url)
    wait_until_kept(page)
    host.cut()

    answer = page.goto(host.url + "no-such-page/")

    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_a_cut_in_the_middle_of_keeping_harms_nothing(page: Page, host: Host) -> None:
    """Half of the site has arrived. The other half comes with the next visit."""
    host.missing = {"sources/", "search/search_index.json"}
    page.goto(host.url)
    wait_until_refused(page, host, "sources/")
    host.missing = set()

    page.goto(host.url)
    wait_until_kept(page)
    host.cut()
    page.goto(host.url + "sources/")

    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("refused", ["blocked", "no room"])
def test_refused_storage_harms_nothing(browser: Browser, host: Host, refused: str) -> None:
    """Where nothing may be kept, the site works as it does without."""
    context = browser.new_context(service_workers="block" if refused == "blocked" else "allow")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    if refused == "no room":
        origin = host.url.removesuffix("/back/")
        devtools = context.new_cdp_session(page)
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 10_000})

    reader = Reader(page, host.url + "self-check/")
    reader.open().answer_all(SORE)

    assert reader.state == "result"
    assert errors == []
    context.close()
