"""From the navigation to the first answer: cold and warm, and on slow lines and slow machines."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Playwright, sync_playwright

from bench.browser import Start, first_answer, fresh_profile
from bench.line_up import Entry, line_up
from bench.sections.section import Bench, Outcome
from bench.spread import Spread
from bench.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SETTLED = 2
"""Seconds without a byte after which a service worker has put away what the next visit needs."""
SLOW_LINE = (1_600_000, 0.15)
"""Bits a second, and seconds there and back."""
TIMES_SLOWER = 4
NAMES_COMPARED = ("ours", "usual way", "PyScript")


def engine(bench: Bench) -> Outcome:
    """Start each contender in turn, each time with a fresh profile; then come back to it."""
    cold: dict[str, list[float]] = {}
    warm: dict[str, list[float]] = {}
    sent_warm: dict[str, int] = {}
    marks: dict[str, list[dict[str, float]]] = {}

    def once(playwright: Playwright, entry: Entry) -> None:
        name = entry.contender.name
        with fresh_profile(playwright) as context:
            stay = partial(_until_settled, entry) if entry.contender.settles else (lambda: None)
            start = first_answer(context, entry.url, entry.contender.in_page, stay)
            cold.setdefault(name, []).append(start.milliseconds)
            marks.setdefault(name, []).append({**start.marks, "answer": start.milliseconds})
            entry.server.sent.clear()
            again = first_answer(context, entry.url, entry.contender.in_page)
            warm.setdefault(name, []).append(again.milliseconds)
            sent_warm[name] = max(sent_warm.get(name, 0), sum(entry.server.sent.values()))

    with line_up(bench.root) as entries, sync_playwright() as playwright:
        _in_turn(entries, bench.runs, lambda entry: once(playwright, entry))

    table = Table(
        "From the navigation to the first answer, on loopback",
        ["contender", "cold", "of the usual way", "of PyScript", "warm", "of cold", "bytes, warm"],
    )
    spreads = {name: Spread.of(values) for name, values in cold.items()}
    warm_spreads = {name: Spread.of(values) for name, values in warm.items()}
    for name, spread in spreads.items():
        again = warm_spreads[name]
        table.add(
            name,
            spread.told("ms"),
            *(
                f"{spread.median / spreads[other].median:.2f}x"
                for other in ("usual way", "PyScript")
            ),
            again.told("ms"),
            f"{again.median / spread.median:.2f}x",
            f"{sent_warm[name]:,}",
        )
    table.notes.append("Ours is the whole self-check page, with a reader who answers at once.")
    results: dict[str, Any] = {
        "cold_ms": {name: spread.as_json() for name, spread in spreads.items()},
        "warm_ms": {name: spread.as_json() for name, spread in warm_spreads.items()},
        "warm_bytes": sent_warm,
        "marks_ms": {name: _medians(runs) for name, runs in marks.items() if len(runs[0]) > 1},
    }
    return Outcome([table], results)


def slow(bench: Bench) -> Outcome:
    """The same once each on a slow line, where the rate decides, and on a slow processor."""
    rate, delay = SLOW_LINE
    on_line: dict[str, list[float]] = {}
    on_processor: dict[str, list[float]] = {}
    with line_up(bench.root) as all_entries, sync_playwright() as playwright:
        entries = [entry for entry in all_entries if entry.contender.name in NAMES_COMPARED]

        def start(entry: Entry, times_slower: float = 1) -> Start:
            with fresh_profile(playwright, times_slower) as context:
                return first_answer(context, entry.url, entry.contender.in_page)

        for entry in entries:
            found = start(entry, TIMES_SLOWER)
            on_processor.setdefault(entry.contender.name, []).append(found.milliseconds)
            entry.server.line.bits_per_second, entry.server.line.delay = rate, delay
            on_line.setdefault(entry.contender.name, []).append(start(entry).milliseconds)

    table = Table(
        "From the navigation to the first answer, cold",
        [
            "contender",
            "1.6 Mbit/s, 150 ms",
            "of the usual way",
            "4x slower processor",
            "of the usual way",
        ],
    )
    for name, values in on_line.items():
        line, processor = values[0], on_processor[name][0]
        table.add(
            name,
            f"{line / 1000:.1f} s",
            f"{line / on_line['usual way'][0]:.2f}x",
            f"{processor / 1000:.1f} s",
            f"{processor / on_processor['usual way'][0]:.2f}x",
        )
    table.notes.append(
        "One run each: the rate of the line decides. The slow processor stops and goes."
    )
    return Outcome(
        [table],
        {
            "slow_line_ms": {name: round(values[0]) for name, values in on_line.items()},
            "slow_processor_ms": {name: round(values[0]) for name, values in on_processor.items()},
        },
    )


def _until_settled(entry: Entry) -> None:
    """Wait until nothing is fetched any more."""
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < SETTLED:
        sent = sum(entry.server.sent.values())
        if sent != seen:
            seen, since = sent, time.monotonic()
        time.sleep(0.1)


def _in_turn(entries: Sequence[Entry], runs: int, once: Callable[[Entry], None]) -> None:
    """A B C A B C …, so that what else the machine does meets all alike."""
    for _ in range(runs):
        for entry in entries:
            once(entry)


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(Spread.of([run[name] for run in runs]).median, 1) for name in runs[0]}
