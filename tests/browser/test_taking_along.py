"""What the reader keeps: a page of paper, a text, and a day in the calendar."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.conftest import SiteServer, small_phone
from tests.browser.reader import Reader

TODAY = re.compile(r"\w+,? \d{1,2} \w+ \d{4}")


@pytest.fixture(scope="module", params=BY_DISPOSITION)
def at_the_end(
    request: pytest.FixtureRequest, browser: Browser, site_server: SiteServer
) -> Iterator[Reader]:
    """Someone who has each of the results before them; what is taken along changes nothing in it."""
    with small_phone(browser) as page:
        reader = Reader(page, site_server.mend() + "self-check/").open()
        reader.answer_all(BY_DISPOSITION[request.param])
        assert reader.result.get_attribute("data-disposition") == request.param
        yield reader


def test_a_result_is_one_page_of_paper(at_the_end: Reader) -> None:
    """Level, reasons, answers and version; nothing of the site but its name, and no button."""
    reader = at_the_end
    level = str(reader.result.get_by_role("heading").first.text_content())
    reasons = reader.page.locator("[data-rule]:visible [data-because]").all_text_contents()
    printed = PdfReader(io.BytesIO(reader.page.pdf(prefer_css_page_size=True, format="A4")))
    text = " ".join(page.extract_text() for page in printed.pages)
    text = re.sub(r"\s+", " ", text)

    assert len(printed.pages) == 1
    assert all(told in text for told in [level, *reasons])
    assert str(reader.check.get_attribute("data-version")) in text
    assert "Copy as text" not in text
    assert "Change" not in text


def test_the_summary_says_it_all(at_the_end: Reader) -> None:
    """Level, reasons, every question with its answer, title, version and date of today."""
    reader = at_the_end
    reader.page.locator("[data-copy]").click()
    text = reader.page.locator("[data-copy-text] textarea")
    expect(text).to_be_visible()
    summary = text.input_value()

    level = str(reader.result.get_by_role("heading").first.text_content())
    reasons = reader.page.locator("[data-rule]:visible [data-because]").all_text_contents()
    answers = [
        f"- {row.locator('dt').text_content()} {row.locator('[data-said]').text_content()}"
        for row in reader.page.locator("[data-answer]:visible").all()
    ]
    assert level.upper() in summary
    assert all(f"- {reason}" in summary for reason in reasons)
    assert answers
    assert all(answer in summary.splitlines() for answer in answers)
    assert f"version {reader.check.get_attribute('data-version')}" in summary
    assert str(dt.datetime.now(tz=dt.UTC).year) in summary


@pytest.mark.parametrize("disposition", ["soon", "self_care"])
def test_the_calendar_file_is_valid(reader: Reader, disposition: str) -> None:
    """RFC 5545: its lines, what must be there, and the day that the card names."""
    reader.open().answer_all(BY_DISPOSITION[disposition])
    card_days = reader.result.locator("[data-check-again]").get_attribute("data-check-again")
    with reader.page.expect_download() as download:
        reader.page.locator("[data-calendar]:visible").click()
    raw = Path(download.value.path()).read_bytes()

    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    lines = raw.decode().replace("\r\n ", "").splitlines()
    values = dict(line.split(":", 1) for line in lines if not line.startswith(("BEGIN", "END")))
    today = dt.date.fromisoformat(
        reader.page.evaluate(
            "new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toJSON()"
        )[:10]
    )
    day = today + dt.timedelta(days=int(str(card_days)))
    assert values["DTSTART;VALUE=DATE"] == f"{day:%Y%m%d}"
    assert values["DTEND;VALUE=DATE"] == f"{day + dt.timedelta(days=1):%Y%m%d}"
    assert re.fullmatch(r"\d{8}T\d{6}Z", values["DTSTAMP"])
    assert values["UID"]
    assert values["VERSION"] == "2.0"
    assert values["PRODID"]
    opened = [line.split(":")[1] for line in lines if line.startswith("BEGIN:")]
    closed = [line.split(":")[1] for line in lines if line.startswith("END:")]
    assert opened == ["VCALENDAR", "VEVENT", "VALARM"] == closed[::-1]


def test_long_lines_of_any_script_are_folded(reader: Reader) -> None:
    """By bytes, and no character is cut in two."""
    reader.open()
    module = Path(__file__).parents[2] / "site_overrides" / "self-check" / "calendar-file.mjs"
    reader.page.route("**/calendar-file.mjs", lambda route: route.fulfill(path=module))
    title = "Rücken, Ω, 背中の痛み; 🏋️ " * 12
    text = reader.page.evaluate(
        """async title => {
            const { calendarFile } = await import(new URL('calendar-file.mjs', document.baseURI))
            return calendarFile({ title, text: 'one\\ntwo, three', day: new Date() })
        }""",
        title,
    )

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:" + title.replace(",", "\\,").replace(";", "\\;") in unfolded
    assert "DESCRIPTION:one\\ntwo\\, three" in unfolded


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_dates_are_in_the_language_of_the_page(
    browser: Browser, site_url: str, locale: str
) -> None:
    """Not in the order of the browser's language: day, month, year."""
    context = browser.new_context(locale=locale, service_workers="block")
    reader = Reader(context.new_page(), site_url + "self-check/")
    reader.open().answer_all(SORE)
    told = [
        str(reader.result.locator("[data-check-again]").text_content()),
        str(reader.page.locator("[data-made-on]").text_content()),
    ]
    context.close()

    assert all(TODAY.search(text) for text in told), told
