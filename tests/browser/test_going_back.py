"""Back, Forward, changing an answer, two tabs, a page that changes, and leaving."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.reader import Reader


def test_back_keeps_every_answer(reader: Reader) -> None:
    """By the button and by the browser; then Next walks on through what was answered."""
    reader.open()
    for _ in range(3):
        reader.answer_screen(SORE)
    reader.page.locator("[data-back]:visible").press("Enter")
    reader.page.go_back()
    expect(reader.page.locator("#q-age-adult")).to_be_visible()
    assert reader.page.locator("#q-age-adult").is_checked()

    reader.next()
    assert reader.screen == "health"
    assert reader.page.locator("#q-health-none").is_checked()


def test_forward_returns_to_the_result(reader: Reader) -> None:
    """And shows it as the answers now are."""
    reader.open().answer_all(SORE)
    reader.page.go_back()
    expect(reader.page.locator("#q-longer-none")).to_be_visible()
    reader.page.locator("#q-longer-returning").check()

    reader.page.go_forward()

    reader.wait_for("result")
    assert reader.result.get_attribute("data-disposition") == "soon"


def test_one_answer_can_be_changed_from_the_result(reader: Reader) -> None:
    """Its screen, one Next, and the new result."""
    reader.open().answer_all(SORE)
    reader.page.locator('[data-change="ill"]').press("Enter")
    expect(reader.page.locator('[data-screen="body"]')).to_be_visible()
    reader.answer("ill", "fever")
    reader.next()

    assert reader.result.get_attribute("data-disposition") == "urgent"


def test_an_answer_that_no_longer_applies_is_dropped(reader: Reader) -> None:
    """What was said to a question that is not asked any more is gone from page and result."""
    said = {**SORE, "health": "pregnant", "pregnancy-signs": "bleeding"}
    reader.open()
    while reader.screen != "pregnancy-signs":
        reader.answer_screen(said)
    reader.answer_screen(said)
    reader.page.go_back()
    reader.page.go_back()
    reader.answer("health", "none")
    reader.next()

    assert reader.screen != "pregnancy-signs"
    assert not reader.page.locator("#q-pregnancy-signs-bleeding").is_checked()


def test_a_reload_asks_first(reader: Reader) -> None:
    """But not while there is nothing to lose."""
    asked = []

    def stay(dialog: object) -> None:
        asked.append(dialog.type)  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]

    reader.page.on("dialog", stay)
    reader.open().page.reload()
    assert asked == []
    reader.page.wait_for_selector("self-check[state]")
    reader.answer("emergency-signs", "none")
    reader.page.reload()

    assert asked == ["beforeunload"]
    assert not reader.page.locator("#q-emergency-signs-none").is_checked()


def test_clear_and_leave_wipes_everything(reader: Reader, site_url: str) -> None:
    """The home page, no question asked; and nothing is left for whoever goes back."""
    reader.open().answer_all(SORE)
    reader.page.locator("[data-leave]").press("Enter")
    reader.page.wait_for_url(site_url)

    reader.page.go_back()

    reader.page.wait_for_selector("self-check[state]")
    assert reader.page.locator("self-check :checked:not(option)").count() == 0
    expect(reader.page.locator("[data-result]")).to_be_hidden()


def test_two_quick_clicks_are_one(reader: Reader) -> None:
    """A double click does not skip a question."""
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.page.locator("[data-next]").dblclick()
    reader.wait_for("asking")

    assert reader.screen == "age"
    expect(reader.page.locator("[data-step]")).to_contain_text("Step 2")


def test_a_hostile_address_changes_nothing(reader: Reader) -> None:
    """Neither the hash nor the query is read."""
    reader.url += "?state=result&emergency-signs=none#q-emergency-signs-none"
    reader.open()

    assert reader.state == "start"
    assert reader.page.locator("self-check :checked:not(option)").count() == 0


def test_moving_the_element_keeps_the_answers(reader: Reader) -> None:
    """As an instant page change may do; there is still one start and one listener."""
    reader.open()
    reader.answer("emergency-signs", "none")
    reader.check.evaluate("element => element.parentElement.append(element)")
    reader.next()

    assert reader.screen == "age"


def test_the_numbers_follow_the_region(reader: Reader) -> None:
    """Everywhere on the page, and kept nowhere."""
    reader.open()
    choice = reader.page.locator("[data-region-choice]")
    other = choice.locator("option:not(:checked)").last
    number = str(other.get_attribute("data-emergency"))
    choice.select_option(str(other.get_attribute("value")))

    words = reader.page.locator('self-check [data-region-word="emergency"]').all_text_contents()
    assert set(words) == {number}


def test_back_and_forward_at_every_step(reader: Reader) -> None:
    """All the way back and all the way forward again: each screen, each answer, the same result."""
    screens = reader.open().answer_all(SORE)
    for screen in reversed(screens):
        reader.page.go_back()
        expect(reader.page.locator(f'[data-screen="{screen}"]')).to_be_visible()
        assert reader.page.locator(f'[data-screen="{screen}"] :checked').count() > 0
    for screen in screens[1:]:
        reader.page.go_forward()
        expect(reader.page.locator(f'[data-screen="{screen}"]')).to_be_visible()
    reader.page.go_forward()

    reader.wait_for("result")
    assert reader.result.get_attribute("data-disposition") == "self_care"


def test_every_single_answer_can_be_changed(reader: Reader) -> None:
    """Each leads to its screen, with the answer still there, and one step back to the result."""
    reader.open().answer_all(SORE)
    changes = reader.page.locator("[data-change]:visible")
    questions = [str(found.get_attribute("data-change")) for found in changes.all()]
    assert set(questions) == set(SORE)
    for question in questions:
        reader.page.locator(f'[data-change="{question}"]').click()
        expect(reader.page.locator(f"#q-{question}")).to_be_visible()
        reader.page.locator("[data-next]").click()
        reader.wait_for("result")

    assert reader.result.get_attribute("data-disposition") == "self_care"


def test_two_tabs_know_nothing_of_each_other(reader: Reader) -> None:
    """Two people share a phone: each gets their own result."""
    other = Reader(reader.page.context.new_page(), reader.url)
    reader.open()
    other.open()
    reader.answer_screen(SORE)
    other.answer_screen(BY_DISPOSITION["emergency"])
    reader.answer_all(SORE)

    assert other.result.get_attribute("data-disposition") == "emergency"
    assert reader.result.get_attribute("data-disposition") == "self_care"


def test_a_page_that_changes_while_the_engine_starts(reader: Reader) -> None:
    """The element goes and another comes, as an instant page change does: nothing is left over."""
    reader.page.goto(reader.url)
    reader.page.wait_for_selector("self-check[state]")
    for _ in range(3):
        reader.check.evaluate(
            """element => {
                const copy = element.cloneNode(true)
                copy.removeAttribute('state')
                element.replaceWith(copy)
            }"""
        )
    reader.page.wait_for_selector("self-check[state]")
    reader.answer_all(SORE)

    assert reader.page.locator("self-check").count() == 1
    assert reader.result.get_attribute("data-disposition") == "self_care"
    assert len(reader.page.workers) == 1
