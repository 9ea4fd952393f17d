"""What a step from one screen to the next costs the browser, in counts: they are the same everywhere.

Times are measured by `python -m bench answers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.answers import SORE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reader import Reader

AROUND = 40
"""Elements besides those of the screen that comes: progress, buttons, the screen that goes."""
COUNT_REQUESTS = """
window.requests = 0
window.replies = 0
const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (message, ...more) {
  if (message.kind === 'start') {
    this.addEventListener('message', ({ data }) => { if (data.kind === 'response') window.replies++ })
  }
  if (message.kind === 'request') window.requests++
  return post.call(this, message, ...more)
}
"""
ASKED = "() => new Promise((done) => setTimeout(() => setTimeout(done)))"
"""Until what an answer put off for a moment is done."""


class Trace:
    """What the browser notes of its own work.

    Args:
        page: The page that is watched.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)
        self._events: list[dict[str, Any]] = []
        self._is_done = False
        self._session.on("Tracing.dataCollected", lambda data: self._events.extend(data["value"]))
        self._session.on("Tracing.tracingComplete", lambda _: self._end())

    def start(self) -> None:
        """Note what happens from now on."""
        categories = ["devtools.timeline", "blink.user_timing"]
        self._session.send(
            "Tracing.start",
            {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": categories}},
        )

    def stop(self) -> list[dict[str, Any]]:
        """What happened between the page's marks `pressed` and `shown`, on the page's own thread."""
        self._session.send("Tracing.end")
        while not self._is_done:
            self._page.wait_for_timeout(20)
        marks = {event["name"]: event for event in self._events if event["name"] in MARKS}
        pressed, shown = (marks[name] for name in MARKS)
        return [
            event
            for event in self._events
            if event["tid"] == pressed["tid"]
            and event["pid"] == pressed["pid"]
            and pressed["ts"] <= event["ts"] <= shown["ts"]
        ]

    def _end(self) -> None:
        self._is_done = True


MARKS = ("pressed", "shown")
PRESS_NEXT = """
() => new Promise((done) => {
  // What the answer itself moved is not the step's.
  const atRest = (run) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)))
  document.querySelector('self-check').addEventListener('self-check:answered', () => {
    requestAnimationFrame(() => setTimeout(() => { performance.mark('shown'); done() }))
  }, { once: true })
  atRest(() => {
    performance.mark('pressed')
    document.querySelector('[data-next]').click()
  })
})
"""


@pytest.fixture
def asked(page: Page, reader: Reader) -> Reader:
    """A reader who is past the first screens, with an engine that runs."""
    page.add_init_script(COUNT_REQUESTS)
    reader.open()
    for _ in range(2):
        reader.answer_screen(SORE)
    return reader


def _answer(reader: Reader) -> None:
    """Answer the screen, and wait until its reply is there."""
    before = reader.page.evaluate("window.requests")
    questions = reader.page.locator("[data-screen]:visible [data-question]:visible").all()
    for question in [str(found.get_attribute("data-question")) for found in questions]:
        reader.answer(question, SORE[question])
    reader.page.evaluate(ASKED)
    reader.page.wait_for_function(
        "before => window.requests > before && window.replies === window.requests", arg=before
    )


def test_a_step_restyles_the_screen_and_not_the_page(asked: Reader) -> None:
    _answer(asked)
    trace = Trace(asked.page)
    trace.start()

    asked.page.evaluate(PRESS_NEXT)

    events = trace.stop()
    restyled = sum(
        event["args"]["elementCount"] for event in events if _is(event, "UpdateLayoutTree")
    )
    shown = asked.page.locator("[data-screen]:not([hidden]) *").count()
    assert 0 < restyled <= shown + AROUND
    assert asked.page.locator("body *").count() > 10 * (shown + AROUND)


def test_a_step_lays_the_page_out_once(asked: Reader) -> None:
    _answer(asked)
    trace = Trace(asked.page)
    trace.start()

    asked.page.evaluate(PRESS_NEXT)

    assert len([event for event in trace.stop() if _is(event, "Layout")]) == 1


def test_next_finds_the_reply_there(asked: Reader) -> None:
    _answer(asked)
    before = asked.page.evaluate("window.requests")
    screen = asked.screen

    # The screen has changed before anything else could happen.
    came = asked.page.evaluate(
        """() => {
          document.querySelector('[data-next]').click()
          return Promise.resolve().then(() => 0).then(() => 0).then(() => 0).then(() => 0)
            .then(() => document.querySelector('[data-screen]:not([hidden])').dataset.screen)
        }"""
    )

    assert came != screen
    assert asked.page.evaluate("window.requests") == before


def test_another_answer_than_the_one_asked_about_is_asked_about_anew(asked: Reader) -> None:
    _answer(asked)
    before = asked.page.evaluate("window.requests")

    # Changed and sent within one task: there was no time to ask ahead.
    asked.page.evaluate(
        """() => {
          const inputs = [...document.querySelectorAll('[data-screen]:not([hidden]) input')]
          inputs.find((input) => !input.checked).click()
          document.querySelector('[data-next]').click()
        }"""
    )

    asked.page.wait_for_function("before => window.requests > before", arg=before)


def test_a_result_is_written_before_it_is_shown_and_anew_where_the_answer_changes(
    asked: Reader,
) -> None:
    while asked.screen != "longer":
        asked.answer_screen(SORE)
    _answer(asked)
    heading = asked.page.locator("[data-disposition=self_care]")
    asked.page.wait_for_function("() => document.querySelector('[data-made-on]').textContent")
    expect(heading).not_to_be_visible()
    assert heading.get_attribute("hidden") is None

    asked.answer("longer", "returning")
    asked.next()

    assert asked.result.get_attribute("data-disposition") == "soon"
    said = asked.page.locator("[data-answer=longer] [data-said]").inner_text()
    ticked = asked.page.locator("#q-longer-returning").locator("xpath=..").text_content() or ""
    assert said.split(";")[0].strip() in ticked


def _is(event: dict[str, Any], name: str) -> bool:
    return bool(event["name"] == name and event["ph"] == "X")
