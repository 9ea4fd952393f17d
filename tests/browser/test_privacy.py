"""Nothing that is said leaves the device, or stays on it."""

from __future__ import annotations

import re

from tests.browser.answers import SORE
from tests.browser.reader import Reader


def test_a_whole_self_check_makes_no_request(reader: Reader) -> None:
    """Once the engine runs, the network could be cut: here it is."""
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    reader.open()
    reader.answer_screen(SORE)
    requests: list[str] = []
    reader.page.context.on("request", lambda request: requests.append(request.url))
    reader.page.context.set_offline(True)
    reader.answer_all(SORE)
    reader.page.locator("[data-copy]").click()
    with reader.page.expect_download() as calendar:
        reader.page.locator("[data-calendar]:visible").click()

    assert [url for url in requests if not url.startswith("blob:")] == []
    assert calendar.value.suggested_filename.endswith(".ics")
    assert [
        line for line in said if any(str(value) in line for value in ("hours-later", "dull"))
    ] == []


def test_every_request_stays_on_the_site(reader: Reader, site_url: str) -> None:
    """From the first byte to the result, and none says what was answered."""
    requests: list[str] = []
    reader.page.context.on("request", lambda request: requests.append(request.url))
    reader.open().answer_all(SORE)

    assert all(url.startswith((site_url, "blob:")) for url in requests)
    assert all("?" not in url for url in requests)


def test_nothing_is_stored(reader: Reader) -> None:
    """No cookie, no storage, no database, no answer in the address or the history."""
    reader.open().answer_all(SORE)

    assert reader.page.context.cookies() == []
    assert reader.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert reader.page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert reader.page.url == reader.url
    entry = reader.page.evaluate("JSON.stringify(history.state)")
    assert re.fullmatch(r'\{"selfCheck":\{"run":"[a-z0-9]+","index":\d+\}\}', entry)


def test_refused_storage_is_no_obstacle(reader: Reader) -> None:
    """Where storage throws, the self-check does not notice."""
    reader.page.add_init_script(
        """for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, { get() { throw new DOMException('refused') } })"""
    )
    reader.open().answer_all(SORE)

    assert reader.state == "result"
