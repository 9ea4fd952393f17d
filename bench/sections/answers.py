"""From an answer to the next screen, and what the assessment alone takes."""

from __future__ import annotations

import json
import subprocess
import time
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import sync_playwright

from bench.browser import PATIENCE, fresh_profile
from bench.contenders import ours
from bench.line_up import work_folder
from bench.sections.section import Bench, Outcome
from bench.server import served
from bench.spread import Spread
from bench.table import Table
from generator.engine import NodeTools

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

# Answers the screen that is shown, as a finger would, with its last option or "none of these".
ANSWER = """
() => {
  const check = document.querySelector('self-check')
  const shown = (element) => element.checkVisibility()
  const screen = [...check.querySelectorAll('[data-screen]')].find(shown)
  for (const question of [...screen.querySelectorAll('[data-question]')].filter(shown)) {
    const choices = [...question.querySelectorAll('input[type=radio], input[type=checkbox]')]
    const number = question.querySelector('input[inputmode=numeric]')
    const none = choices.find((choice) => choice.value === 'none')
    if (choices.length) (none ?? choices[0]).click()
    else if (number) {
      number.value = '2'
      for (const kind of ['input', 'change']) number.dispatchEvent(new Event(kind, { bubbles: true }))
    }
  }
}
"""
# Notes when Next was pressed; when the next screen stood there, styled and laid out; when its frame
# began; and when that was painted: a message from a frame comes right after it.
WATCH = """
() => {
  const check = document.querySelector('self-check')
  const pressed = new Promise((done) => addEventListener('click', done, { capture: true, once: true }))
  const shown = new Promise((done, fail) => {
    check.addEventListener('self-check:answered', () => {
      queueMicrotask(() => done(performance.now()))
    }, { once: true })
    setTimeout(() => fail(new Error('a screen was not answered')), 15_000)
  })
  const displayed = []
  const observer = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'click') displayed.push(duration)
  })
  observer.observe({ type: 'event', durationThreshold: 16 })
  window.step = (async () => {
    const began = (await pressed).timeStamp
    const stood = await shown
    await new Promise(requestAnimationFrame)
    const frame = performance.now()
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = done
      port2.postMessage(null)
    })
    const painted = performance.now()
    await new Promise((done) => setTimeout(done, 150))
    observer.disconnect()
    return {
      work: stood - began + (painted - frame),
      painted: painted - began,
      // None is told below the threshold; and one that ends before the next screen is of an earlier frame.
      displayed: Math.max(16, painted - began, ...displayed),
    }
  })()
}
"""
IS_ASKING = "document.querySelector('self-check').getAttribute('state') !== 'result'"
PRESS = "document.querySelector('[data-next]').click()"
LOOK_MS = 300
"""What a reader needs at least between the last answer of a screen and Next."""
WALKS = 7
TARGET_MS = 16
STEPS = {
    "work": "work until the next screen is painted",
    "painted": "the same with the wait for the frame",
    "displayed": "until the display has it (Event Timing, in steps of 8 ms)",
    "at_once": "work, where Next is pressed in the instant of the answer",
}
"""The first is what the target is about: a frame comes 60 times a second, so that a wait of up to 16.7 ms
for it, and one more until the display has it, come with any work, however small."""


def answers(bench: Bench) -> Outcome:
    """Go through the self-check in a browser; then ask Python alone."""
    contender = ours(bench.root / "site", work_folder(bench.root))
    took: dict[str, list[float]] = {step: [] for step in STEPS}
    cache = bench.root / ".cache" / "compressed"
    with (
        served(contender.folder, cache, is_kept_for_ever=contender.is_kept_for_ever) as server,
        sync_playwright() as playwright,
        fresh_profile(playwright) as context,
    ):
        for walk in range(2 * WALKS):
            page = context.new_page()
            page.add_init_script(
                "addEventListener('self-check:ready', () => { window.isReady = true })"
            )
            page.goto(server.url + contender.page)
            while not page.evaluate("window.isReady"):
                page.wait_for_timeout(50)
            _walk(page, took, at_once=walk % 2 == 1)
            page.close(run_before_unload=False)
    timed = _timed_in_python(bench.root)
    table = Table("From an answer to the next screen", ["what", "time"])
    screens = {
        step: {"median": Spread.of(all_took).median, "p95": _late(all_took)}
        for step, all_took in took.items()
    }
    for step, times in screens.items():
        among = len(took[step])
        said = f"{times['median']:.1f} ms, 95th percentile of {among}: {times['p95']:.1f} ms"
        table.add(STEPS[step], said)
    for where, microseconds in timed.items():
        for what, value in microseconds.items():
            table.add(f"{what}, {where}", f"{value:,.0f} µs")
    return Outcome(
        [table],
        {"screen_ms": screens["work"], "steps_ms": screens, "python_us": timed},
    )


def _walk(page: Page, took: dict[str, list[float]], *, at_once: bool) -> None:
    """Go from the first screen to a result, and note what each step took."""
    last = time.monotonic() + PATIENCE
    while page.evaluate(IS_ASKING):
        if time.monotonic() > last:
            message = "The self-check does not come to a result."
            raise RuntimeError(message)
        if at_once:
            page.evaluate(WATCH)
            # Both in one task: the engine cannot have been asked before.
            page.evaluate(f"() => {{ ({ANSWER.strip()})(); {PRESS} }}")
            took["at_once"].append(page.evaluate("window.step")["work"])
            continue
        page.evaluate(ANSWER)
        page.wait_for_timeout(LOOK_MS)
        page.evaluate(WATCH)
        page.locator("[data-next]").click()
        step = page.evaluate("window.step")
        for key in ("work", "painted", "displayed"):
            took[key].append(step[key])


def _late(took: list[float]) -> float:
    return sorted(took)[min(len(took) - 1, round(0.95 * len(took)))]


def _timed_in_python(root: Path) -> dict[str, dict[str, float]]:
    """Microseconds of one assessment and of one message, in both Pythons."""
    tools = NodeTools.of(root)
    folder = next((root / "site").glob("assets/engine/*/manifest.json")).parent
    order = json.dumps({"folder": str(folder), "timing": str(root / "bench" / "timing")})
    script = root / "bench" / "timing" / "in-pyodide.mjs"
    done = subprocess.run(
        [str(tools.node), str(script), order], capture_output=True, text=True, check=True
    )
    from bench.timing.assessing import timed

    protocol = json.loads((folder / "protocol.json").read_text(encoding="utf-8"))
    here = timed(json.dumps(protocol))
    return {"CPython": here, "Pyodide": cast("dict[str, Any]", json.loads(done.stdout))}
