"""The self-check in each language of the site: the same engine, the same advice, other words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.topic import Topic, read_topic
from macros.translation import translate_topic
from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.axe import violations_in_each_look
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from triage_py import Disposition

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LANGUAGES = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["languages"]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def topic(language: str) -> Topic:
    return translate_topic(read_topic(CONTENT), CONTENT, language)


@pytest.fixture
def foreign_reader(page: Page, site_url: str, language: str) -> Reader:
    """Someone who goes through the self-check in that language, by keyboard."""
    return Reader(page, f"{site_url}{language}/self-check/")


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_each_disposition_is_reached_in_its_words(
    foreign_reader: Reader, topic: Topic, disposition: str
) -> None:
    """The answers that lead there in the site's own language lead there in this one too."""
    foreign_reader.open().answer_all(BY_DISPOSITION[disposition])

    assert foreign_reader.result.get_attribute("data-disposition") == disposition
    words = topic.protocol.words[_level(topic, disposition)]
    expect(foreign_reader.result.get_by_role("heading", name=words.label)).to_be_focused()
    for line, shown in zip(
        words.safety_net, foreign_reader.result.locator("[data-net] > li").all(), strict=True
    ):
        expect(shown).to_have_text(line)


def test_both_languages_give_the_same_reasons(
    foreign_reader: Reader, page: Page, site_url: str
) -> None:
    shown = []
    for reader in (foreign_reader, Reader(page, site_url + "self-check/")):
        reader.open().answer_all({**SORE, "ill": "fever", "longer": "returning"})
        rules = page.locator("[data-rule]:visible").all()
        shown.append([rule.get_attribute("data-rule") for rule in rules])
        page.evaluate("window.onbeforeunload = null")
        page.once("dialog", lambda dialog: dialog.accept())

    assert shown[0] == shown[1]


def test_what_would_change_the_advice_is_said_in_its_words(
    foreign_reader: Reader, topic: Topic
) -> None:
    """A tick more and a number, each in a sentence of this language."""
    foreign_reader.open().answer_all({**SORE, "moving": ["gentle-eases", "cough"]})

    sentences = foreign_reader.page.locator("[data-change-group=raises] li").all_text_contents()
    labels = [words.label for words in topic.protocol.words.values()]
    assert sentences
    for sentence in sentences:
        assert any(f"«{label}»" in sentence for label in labels), sentence
        assert sentence.startswith("Con "), sentence
    assert not any("With" in sentence or "would" in sentence for sentence in sentences)


def test_the_sentences_of_the_original_are_as_they_were(reader: Reader) -> None:
    """They are put together in the page now: a number with all beyond it, a tick beside others."""
    reader.open().answer_all({**SORE, "moving": ["gentle-eases", "cough"]})

    sentences = reader.page.locator("[data-change-group=raises] li").all_text_contents()
    assert (
        "With 5 or more for “How many days have you had this pain?”, "
        "it would be “Book an appointment”."
    ) in sentences
    assert all(sentence.startswith("With ") for sentence in sentences)


def test_the_date_is_written_in_its_way(foreign_reader: Reader) -> None:
    foreign_reader.open().answer_all(SORE)

    line = foreign_reader.result.locator("[data-check-again]")
    expect(line).to_contain_text(" de 20")
    expect(line).not_to_contain_text("{date}")


def test_the_summary_is_in_its_words(foreign_reader: Reader, topic: Topic) -> None:
    """What a clinician gets."""
    foreign_reader.open().answer_all(SORE)
    foreign_reader.page.locator("[data-copy]").click()

    area = foreign_reader.page.locator("[data-copy-text] textarea")
    expect(area).not_to_have_value("")
    summary = area.input_value()
    assert topic.protocol.title in summary
    question = topic.protocol.questions["onset"]
    assert f"- {question.text} {question.options[0].text}" in summary


def test_a_problem_is_told_in_its_words(foreign_reader: Reader, topic: Topic) -> None:
    foreign_reader.open().next()

    problems = foreign_reader.page.locator("[data-problems]")
    expect(problems).to_contain_text(topic.protocol.questions["emergency-signs"].none_text)


def test_clear_and_leave_stays_in_the_language(
    foreign_reader: Reader, site_url: str, language: str
) -> None:
    """To the first page of the language."""
    foreign_reader.open()
    foreign_reader.page.locator("[data-leave]").click()

    foreign_reader.page.wait_for_url(f"{site_url}{language}/")


def test_the_switch_leads_to_the_same_page_and_back(
    page: Page, site_url: str, language: str
) -> None:
    """In the header, by its name in its own language."""
    page.goto(site_url + "red-flags/")
    page.locator(f'header a[hreflang="{language}"]').first.click()
    page.wait_for_url(f"{site_url}{language}/red-flags/")
    page.locator('header a[hreflang="en"]').first.click()

    page.wait_for_url(f"{site_url}red-flags/")


def test_axe_finds_nothing_on_a_result(foreign_reader: Reader) -> None:
    """In light and dark."""
    foreign_reader.open().answer_all(BY_DISPOSITION["urgent"])

    assert violations_in_each_look(foreign_reader.page, [360]) == []


def test_without_an_engine_the_paper_is_in_its_words(
    foreign_reader: Reader, topic: Topic, site_server: object
) -> None:
    """What stands there when nothing can start."""
    faults = site_server.faults  # type: ignore[attr-defined] # the server of these tests
    faults["manifest.json"] = lambda _: None
    foreign_reader.open()
    foreign_reader.wait_for("fallback")

    paper = foreign_reader.page.locator("[data-paper]")
    expect(paper).to_contain_text("Tu consejo")
    expect(paper).to_contain_text(topic.protocol.words[_level(topic, "urgent")].label)


def _level(topic: Topic, id: str) -> Disposition:
    return next(level for level in topic.protocol.words if level.id == id)
