"""A new deployment comes whole or not at all: never parts of two together."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import SORE
from tests.browser.host import Host
from tests.browser.offline.deployments import NEXT_VERSION, version_of
from tests.browser.offline.keeping import (
    releases,
    wait_until_everything_is_kept,
    wait_until_kept,
    wait_until_next_lies_ready,
    wait_until_refused,
)
from tests.browser.reader import Reader

NOTE_STATES = """
() => {
  window.states = []
  const check = document.querySelector('self-check')
  const note = () => window.states.push(check.getAttribute('state'))
  new MutationObserver(note).observe(check, { attributes: true, attributeFilter: ['state'] })
}
"""


def visit_once(page: Page, host: Host) -> Reader:
    page.goto(host.url + "self-check/")
    wait_until_everything_is_kept(page)
    return Reader(page, host.url + "self-check/")


def version_said(reader: Reader) -> str:
    """The protocol's version in the page and in the engine's answer are compared by the page."""
    assert reader.state == "result"
    return str(reader.check.get_attribute("data-version"))


def test_the_next_deployment_comes_with_the_next_page(
    page: Page, host: Host, next_site: Path
) -> None:
    """Everything of the new one was fetched before anything of it is shown; the old one goes."""
    reader = visit_once(page, host)
    old = releases(page)

    host.site = next_site
    page.goto(host.url)
    expect(page.locator("h1")).not_to_contain_text("(next)")
    wait_until_next_lies_ready(page)
    page.goto(host.url)
    expect(page.locator("h1")).to_contain_text("(next)")
    host.cut()
    reader.open().answer_all(SORE)

    assert version_said(reader) == NEXT_VERSION
    assert len(releases(page)) == 1
    assert releases(page) != old


def test_what_is_open_stays_of_one_deployment(page: Page, host: Host, next_site: Path) -> None:
    """Somebody is in the middle of the self-check when the new one arrives, in another window too."""
    reader = visit_once(page, host)
    reader.open()
    reader.answer_screen(SORE)
    host.site = next_site

    other = page.context.new_page()
    other.goto(host.url)
    wait_until_next_lies_ready(other)
    other.goto(host.url)
    expect(other.locator("h1")).not_to_contain_text("(next)")
    reader.answer_all(SORE)

    assert version_said(reader) == version_of(host.site) or version_said(reader) != NEXT_VERSION
    other.close()
    page.goto(host.url)
    expect(page.locator("h1")).to_contain_text("(next)")


def test_half_a_deployment_is_not_taken(page: Page, host: Host, next_site: Path) -> None:
    """The new worker is there before its files, as after an upload in the wrong order."""
    reader = visit_once(page, host)
    host.site = next_site
    host.missing = {"sources/"}
    host.asked.clear()

    page.goto(host.url)
    wait_until_refused(page, host, "sources/")
    page.goto(host.url)

    expect(page.locator("h1")).not_to_contain_text("(next)")
    host.cut()
    reader.open().answer_all(SORE)
    assert version_said(reader) != NEXT_VERSION


def test_a_changed_file_is_not_kept(page: Page, host: Host, next_site: Path) -> None:
    """A file that is not the one that was built is refused, and the release with it."""
    page.goto(host.url)
    wait_until_kept(page)
    site = host.site
    host.site = next_site
    page_path = next_site / "sources" / "index.html"
    whole = page_path.read_bytes()
    page_path.write_bytes(whole.replace(b"</h1>", b"!</h1>"))
    host.asked.clear()
    page.goto(host.url)
    wait_until_refused(page, host, "sources/")
    page_path.write_bytes(whole)
    page.goto(host.url)

    expect(page.locator("h1")).not_to_contain_text("(next)")
    assert site != next_site


def test_a_page_without_a_worker_never_mixes_either(
    browser: Browser, host: Host, next_site: Path
) -> None:
    """The page came before the new deployment, its engine after: it finds its own, or none."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/assets/engine/**", lambda route: route.fulfill(status=503))
    reader = Reader(page, host.url + "self-check/")
    reader.open()
    reader.wait_for("fallback")
    host.site = next_site
    host.asked.clear()
    page.unroute("**/assets/engine/**")

    # Between the two states may lie less time than between two looks at the page.
    page.evaluate(NOTE_STATES)
    page.locator("[data-try-again]").click()
    page.wait_for_function(
        "() => window.states.includes('start') && window.states.at(-1) === 'fallback'"
    )

    assert host.asked
    assert not [path for path in host.asked if "0123456789abcdef" in path]
    context.close()


def test_old_files_are_taken_over_and_not_fetched_again(
    page: Page, host: Host, next_site: Path
) -> None:
    """Ten megabytes of runtime did not change: only the protocol and the pages travel."""
    visit_once(page, host)
    host.site = next_site
    host.asked.clear()

    page.goto(host.url)
    wait_until_next_lies_ready(page)

    fetched = {Path(path).name for path in host.asked}
    listed = json.loads(next(next_site.glob("assets/engine/*/manifest.json")).read_text())["files"]
    assert "protocol.json" in fetched
    assert fetched & {file["name"] for file in listed} == {"protocol.json"}
