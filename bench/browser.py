"""A real Chromium with a profile of its own."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import BrowserContext, Page, Playwright

from bench.slow_processor import slowed
from generator.setting_up.system import find_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""As root, Chromium needs to run without its sandbox; the rest keeps it from calling home."""

PATIENCE = 120
"""Seconds after which a contender counts as failed."""


class ContenderFailedError(Exception):
    """A contender did not come to its first answer; the message says what the page said."""


@contextmanager
def fresh_profile(playwright: Playwright, times_slower: float = 1) -> Iterator[BrowserContext]:
    """A browser that has seen nothing yet, with caches on the disk as readers have them.

    Args:
        playwright: What drives it.
        times_slower: How many times slower its pages work.
    """
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=find_browser(), args=list(QUIET), headless=True
        )
        slow = slowed(profile, times_slower) if times_slower > 1 else nullcontext()
        try:
            with slow:
                yield context
        finally:
            context.close()


@dataclass(frozen=True)
class Start:
    """A contender's start.

    Attributes:
        milliseconds: From the navigation to the first answer.
        marks: What its worker noted on the way, in milliseconds since the navigation.
    """

    milliseconds: float
    marks: dict[str, float]


def first_answer(
    context: BrowserContext,
    url: str,
    script: str = "",
    stay: Callable[[], None] = lambda: None,
) -> Start:
    """Open a page and wait for its first answer.

    Args:
        context: The browser.
        url: The page; it sets `window.answeredAt`.
        script: Runs before the page's own scripts.
        stay: What the reader waits for before the page is closed.

    Raises:
        ContenderFailedError: There was no answer.
    """
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    if script:
        page.add_init_script(script)
    try:
        page.goto(url, wait_until="commit")
        last = time.monotonic() + PATIENCE
        while time.monotonic() < last:
            # Not by wait_for_function: a policy without `eval`, such as ours, forbids it.
            answered_at = page.evaluate("window.answeredAt")
            if answered_at:
                start = Start(float(answered_at), _marks(page))
                stay()
                return start
            page.wait_for_timeout(50)
    finally:
        page.close(run_before_unload=False)
    words = "\n  ".join(said[-8:]) or "It said nothing."
    message = f"{url}: no answer within {PATIENCE} s. The page said:\n  {words}"
    raise ContenderFailedError(message)


def _marks(page: Page) -> dict[str, float]:
    if not page.workers:
        return {}
    began = page.evaluate("performance.timeOrigin")
    origin, marks = page.workers[0].evaluate(
        "[performance.timeOrigin, performance.getEntriesByType('mark').map(m => [m.name, m.startTime])]"
    )
    named = {"worker": origin - began}
    return named | {name: origin - began + at for name, at in marks}
