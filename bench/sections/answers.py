"""From an answer to the next screen, and what the assessment alone takes."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import sync_playwright

from bench.browser import fresh_profile
from bench.contenders import ours
from bench.line_up import work_folder
from bench.sections.section import Bench, Outcome
from bench.server import served
from bench.spread import Spread
from bench.table import Table
from generator.engine import NodeTools

if TYPE_CHECKING:
    from pathlib import Path

# Answers every screen with its last option, and notes how long the page took to show the next.
WALK = """
async () => {
  const check = document.querySelector('self-check')
  const form = check.querySelector('form')
  const took = []
  const shown = (element) => element.checkVisibility()
  while (check.getAttribute('state') !== 'result') {
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
    const began = performance.now()
    const answered = new Promise((resolve, reject) => {
      check.addEventListener('self-check:answered', () => queueMicrotask(resolve), { once: true })
      setTimeout(() => reject(new Error(`${screen.dataset.screen} was not answered`)), 5000)
    })
    form.requestSubmit()
    await answered
    took.push(performance.now() - began)
    await new Promise(requestAnimationFrame)
  }
  return took
}
"""
WALKS = 7
TARGET_MS = 16


def answers(bench: Bench) -> Outcome:
    """Go through the self-check in a browser; then ask Python alone."""
    contender = ours(bench.root / "site", work_folder(bench.root))
    took: list[float] = []
    cache = bench.root / ".cache" / "compressed"
    with (
        served(contender.folder, cache, is_kept_for_ever=contender.is_kept_for_ever) as server,
        sync_playwright() as playwright,
        fresh_profile(playwright) as context,
    ):
        for _ in range(WALKS):
            page = context.new_page()
            page.add_init_script(
                "addEventListener('self-check:ready', () => { window.isReady = true })"
            )
            page.goto(server.url + contender.page)
            while not page.evaluate("window.isReady"):
                page.wait_for_timeout(50)
            took += page.evaluate(WALK)
            page.close(run_before_unload=False)
    took.sort()
    late = took[min(len(took) - 1, round(0.95 * len(took)))]

    timed = _timed_in_python(bench.root)
    table = Table("From an answer to the next screen", ["what", "time"])
    table.add("in the page, median", f"{Spread.of(took).median:.1f} ms")
    table.add(f"in the page, 95th percentile of {len(took)}", f"{late:.1f} ms")
    for where, microseconds in timed.items():
        for what, value in microseconds.items():
            table.add(f"{what}, {where}", f"{value:,.0f} µs")
    return Outcome(
        [table],
        {"screen_ms": {"median": Spread.of(took).median, "p95": late}, "python_us": timed},
    )


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
