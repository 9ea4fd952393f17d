"""The whole self-check by keyboard, to each disposition."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.answers import BY_DISPOSITION, SORE
from tests.browser.reader import Reader
from triage_py import assess, load_protocol

ROOT = Path(__file__).parents[2]
PROTOCOL = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")


@pytest.mark.parametrize("disposition", BY_DISPOSITION)
def test_each_disposition_is_reached_and_read(reader: Reader, disposition: str) -> None:
    """One card, its level in words, its reasons with sources; the focus is on its heading."""
    answers = BY_DISPOSITION[disposition]
    reader.open().answer_all(answers)

    expect(reader.result).to_have_count(1)
    assert reader.result.get_attribute("data-disposition") == disposition
    words = next(words for level, words in PROTOCOL.words.items() if level.id == disposition)
    heading = reader.result.get_by_role("heading", name=words.label)
    expect(heading).to_be_focused()
    expect(reader.result.locator("[data-do] > li")).to_have_count(len(words.do))
    reasons = reader.page.locator("[data-rule]:visible")
    expect(reasons.first.get_by_role("link").first).to_be_visible()


def test_page_and_python_give_the_same_reasons(reader: Reader) -> None:
    """What the page shows is what `triage_py` says outside any browser."""
    reader.open().answer_all(SORE)

    shown = reader.page.locator("[data-rule]:visible")
    ids = [found.get_attribute("data-rule") for found in shown.all()]
    assert ids == [rule.id for rule in assess(PROTOCOL, SORE).fired]


def test_the_reader_is_placed_on_the_course(reader: Reader) -> None:
    """The day comes from the answer."""
    reader.open().answer_all({**SORE, "days": 3, "course": "better"})

    expect(reader.page.locator("[data-course]:visible [aria-current]")).to_contain_text(
        "Days 3 to 4"
    )


def test_an_emergency_ends_the_questions(reader: Reader) -> None:
    """The first screen is the only one."""
    assert reader.open().answer_all(BY_DISPOSITION["emergency"]) == ["emergency-signs"]


def test_help_today_is_told_as_soon_as_it_is_known(reader: Reader) -> None:
    """The questions go on, and the reader knows already."""
    reader.open()
    reader.answer("emergency-signs", "unsure")
    reader.next()

    note = reader.page.locator("[data-so-far]:visible")
    expect(note).to_have_attribute("data-so-far", "urgent")
    note.locator("summary").press("Enter")
    expect(note.get_by_role("listitem").first).to_be_visible()


def test_progress_only_grows(reader: Reader) -> None:
    """The share that is done never shrinks, going back included."""
    reader.open()
    shares = []
    while reader.screen is not None:
        reader.answer_screen(SORE)
        bar = reader.page.locator("[data-track]")
        shares.append(float(bar.evaluate("bar => parseFloat(bar.style.inlineSize)")))
    reader.page.go_back()
    reader.page.go_back()

    assert shares == sorted(shares)


def test_a_question_left_out_is_named_and_linked(reader: Reader) -> None:
    """The summary takes the focus; its link leads to the control."""
    reader.open().next()

    summary = reader.page.locator("[data-problems]")
    expect(summary).to_be_focused()
    summary.get_by_role("link").press("Enter")
    expect(reader.page.locator('[name="emergency-signs"]').first).to_be_focused()
    assert "#" not in reader.page.url


def test_none_stands_alone(reader: Reader) -> None:
    """None of these and a sign rule each other out; not sure goes with a sign."""
    reader.open()
    reader.answer("emergency-signs", ["none"])
    reader.answer("emergency-signs", ["saddle", "unsure"])

    assert not reader.page.locator("#q-emergency-signs-none").is_checked()
    assert reader.page.locator("#q-emergency-signs-saddle").is_checked()


def test_a_number_out_of_range_is_refused(reader: Reader) -> None:
    """The message names the range."""
    reader.open()
    while reader.screen != "start":
        reader.answer_screen(SORE)
    reader.answer_screen({**SORE, "days": 999})

    expect(reader.page.locator("#q-days-problem")).to_contain_text("from 0 to 365")
    assert reader.screen == "start"


def test_nothing_beside_an_emergency_reads_like_a_way_out(reader: Reader) -> None:
    """Not what would lower it, not what to think over, and no questions that go on."""
    reader.open()
    reader.answer("emergency-signs", ["saddle", "unsure"])
    reader.next()

    assert reader.result.get_attribute("data-disposition") == "emergency"
    for part in ("[data-changes]", "[data-unsure-part]", "[data-so-far]", "[data-calendar]"):
        expect(reader.page.locator(f"{part}:visible")).to_have_count(0)


def test_not_sure_of_an_emergency_sign_is_help_today(reader: Reader) -> None:
    """To the end of the questions, and the result says what stayed open."""
    reader.open().answer_all({**SORE, "emergency-signs": "unsure"})

    assert reader.result.get_attribute("data-disposition") == "urgent"
    expect(reader.page.locator('[data-unsure="emergency-signs"]')).to_be_visible()
    expect(reader.page.locator("[data-change-group=raises] li").first).to_contain_text(
        "it would be “Emergency: call now”"
    )


MAP_TAPS: list[tuple[list[tuple[str, str]], dict[str, str | list[str]]]] = [
    ([("lower", "left")], {"place": ["lower"], "sides": "left"}),
    ([("lower", "left"), ("upper", "right")], {"place": ["upper", "lower"], "sides": "both"}),
    ([("thigh", "right")], {"place": ["leg-to-knee"], "sides": "right"}),
    ([("thigh", "right"), ("calf", "right")], {"place": ["below-knee"], "sides": "right"}),
    ([("calf", "left"), ("thigh", "left")], {"place": [], "sides": "left"}),
    ([("middle", "left"), ("middle", "right")], {"place": ["middle"], "sides": "both"}),
    (
        [("middle", "left"), ("middle", "right"), ("middle", "left")],
        {"place": ["middle"], "sides": "right"},
    ),
]


def test_taps_on_the_body_map_tick_the_list(reader: Reader) -> None:
    """Places, sides and pain down a leg: a tap on an unlit place ticks it, on a lit one clears it."""
    _to_the_map(reader)
    empty: dict[str, str | list[str] | None] = {"place": [], "sides": None}
    for taps, said in MAP_TAPS:
        reader.page.evaluate(CLEAR_THE_MAP)
        assert _said_of_the_place(reader) == empty
        expect(reader.page.locator("[data-map] [data-region][data-on]")).to_have_count(0)
        for region, side in taps:
            reader.page.locator(f'[data-region="{region}"][data-side="{side}"]').click(force=True)

        assert _said_of_the_place(reader) == said, taps


CLEAR_THE_MAP = """
() => document.querySelectorAll('[name=place]:checked, [name=sides]:checked').forEach((box) => {
    box.checked = false
    box.dispatchEvent(new Event('change', { bubbles: true }))
})
"""
"""As if nothing had been said: a reader cannot take back the choice of a side."""


def _said_of_the_place(reader: Reader) -> dict[str, str | list[str] | None]:
    ticked = "boxes => boxes.map(box => box.value)"
    places = reader.page.locator('[name="place"]:checked').evaluate_all(ticked)
    sides = reader.page.locator('[name="sides"]:checked').evaluate_all(ticked)
    return {"place": places, "sides": sides[0] if sides else None}


def test_the_body_map_shows_what_the_list_says(reader: Reader) -> None:
    """One spot or a broad place, and how far it runs."""
    _to_the_map(reader)
    reader.page.locator("#q-place-below-knee").check()
    reader.page.locator("#q-place-lower").check()
    reader.page.locator("#q-sides-right").check()
    lines = reader.page.locator("[data-line][data-on]")
    expect(lines).to_have_count(1)
    expect(lines).to_have_attribute("data-side", "right")
    expect(reader.page.locator('[data-line="below-knee"][data-side="right"]')).to_be_visible()
    spots = reader.page.locator("[data-spot][data-on]:visible")
    expect(spots).to_have_count(0)

    reader.page.locator('[data-size="spot"]').click()

    assert reader.page.locator("#q-spread-spot").is_checked()
    expect(spots).to_have_count(1)
    reader.page.locator("#q-spread-broad").check()
    expect(spots).to_have_count(0)
    expect(reader.page.locator('[data-size="broad"]')).to_have_attribute("data-on", "")


def test_the_body_map_is_not_in_the_way_of_a_keyboard(reader: Reader) -> None:
    """It says nothing that the list does not, so it is not in the accessibility tree."""
    _to_the_map(reader)

    assert reader.page.locator(".self-check__body").get_attribute("aria-hidden") == "true"
    assert (
        reader.page.locator(
            ".self-check__body [tabindex], .self-check__body :is(a, button)"
        ).count()
        == 0
    )


def test_the_body_map_and_the_list_are_one_question(reader: Reader) -> None:
    """A tap ticks the list; a tick lights the map."""
    reader.open()
    while reader.screen != "where":
        reader.answer_screen(SORE)
    lit = reader.page.locator("[data-map] [data-region][data-on]")
    reader.page.locator('[data-region="lower"][data-side="left"]').click(force=True)

    assert reader.page.locator("#q-place-lower").is_checked()
    assert reader.page.locator("#q-sides-left").is_checked()
    expect(lit).to_have_count(1)
    reader.page.locator("#q-sides-both").check()
    expect(lit).to_have_count(2)
    reader.page.locator("#q-place-lower").uncheck()
    expect(lit).to_have_count(0)


def _to_the_map(reader: Reader) -> None:
    reader.open()
    while reader.screen != "where":
        reader.answer_screen(SORE)
