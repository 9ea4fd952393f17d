"""The archive, unzipped and opened from the disk: no server, no network."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import BY_DISPOSITION
from tests.browser.conftest import SITE
from tests.browser.reader import Reader


@pytest.fixture(scope="session")
def unzipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """On a path with what a stick's path may hold."""
    folder = tmp_path_factory.mktemp("a stick") / "für später #1"
    archives = list(SITE.glob("offline/*.zip"))
    assert len(archives) == 1
    with zipfile.ZipFile(archives[0]) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Without a network; whatever a page complains of fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 760}, offline=True)
    fresh = context.new_page()
    complaints: list[str] = []
    fresh.on("pageerror", lambda error: complaints.append(str(error)))
    fresh.on("requestfailed", lambda request: complaints.append(request.url))
    fresh.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield fresh
    context.close()
    assert complaints == []


def test_every_link_leads_to_a_file(page: Page, unzipped: Path) -> None:
    """From a disk nobody looks for index.html in a folder."""
    for path in sorted(unzipped.rglob("*.html")):
        page.goto(path.as_uri())
        expect(page.locator("h1")).to_be_visible()
        addresses = page.eval_on_selector_all(
            "[href]:not(svg *), [src]", "all => all.map(one => one.href || one.src)"
        )
        for address in addresses:
            if address.startswith("file:"):
                target = page.evaluate("url => decodeURIComponent(new URL(url).pathname)", address)
                assert Path(target).is_file(), f"{path.name} names {target}"


def test_search_finds_pages(page: Page, unzipped: Path) -> None:
    page.goto((unzipped / "index.html").as_uri())
    page.locator("[data-search-open]").click()
    page.keyboard.type("pain")
    first = page.locator(".md-search-result__list a").first
    expect(first).to_be_visible()
    first.click()

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("location.pathname").endswith(".html")


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_the_self_check_runs(page: Page, unzipped: Path, disposition: str) -> None:
    """All four dispositions, from the same engine as on the web."""
    reader = Reader(page, (unzipped / "self-check" / "index.html").as_uri())
    reader.open().answer_all(BY_DISPOSITION[disposition])

    assert reader.state == "result"
    assert reader.result.get_attribute("data-disposition") == disposition


def test_a_file_for_a_clinic_is_made(page: Page, unzipped: Path) -> None:
    """A device without any network can still hand the result on."""
    reader = Reader(page, (unzipped / "self-check" / "index.html").as_uri())
    reader.open().answer_all(BY_DISPOSITION["urgent"])
    with page.expect_download() as download:
        page.locator("[data-save-fhir]").click()
    saved = json.loads(Path(download.value.path()).read_bytes())

    QuestionnaireResponse.model_validate(saved)
    assert "form.disposition.urgent" in str(saved)


def test_the_font_is_there(page: Page, unzipped: Path) -> None:
    page.goto((unzipped / "about" / "index.html").as_uri())

    page.evaluate("document.fonts.ready.then(() => null)")
    assert "loaded" in page.evaluate("[...document.fonts].map(font => font.status)")
