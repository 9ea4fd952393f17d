"""Bytes that each contender fetches for a cold start, part by part."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from bench.browser import first_answer, fresh_profile
from bench.line_up import Entry, line_up
from bench.sections.section import Bench, Outcome
from bench.server import is_worth_it
from bench.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

PARTS = (
    "runtime",
    "glue",
    "standard library",
    "package and protocol",
    "lock of all packages",
    "micropip",
    "pyscript",
    "page",
)
SENT = {"raw": "", "gzip": ".gz", "brotli": ".br"}


def weight(bench: Bench) -> Outcome:
    """Start each contender once, and weigh what it fetched."""
    tables = []
    results: dict[str, Any] = {}
    with line_up(bench.root) as entries, sync_playwright() as playwright:
        for entry in entries:
            entry.server.sent.clear()
            with fresh_profile(playwright) as context:
                first_answer(context, entry.url, entry.contender.in_page)
                fetched = list(entry.server.sent)
            parts = _parts(entry, fetched)
            results[entry.contender.name] = parts
            tables.append(_table(entry.contender.name, parts))
    return Outcome(tables, results)


def _parts(entry: Entry, fetched: Iterable[str]) -> dict[str, dict[str, int]]:
    parts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(SENT, 0))
    for path in fetched:
        part = parts[entry.contender.parts(path)]
        for name, encoding in SENT.items():
            body, _ = entry.server.body(path, encoding if is_worth_it(path) else "")
            part[name] += len(body)
    known = {part: parts[part] for part in PARTS if part in parts}
    known["all"] = {name: sum(part[name] for part in known.values()) for name in SENT}
    return known


def _table(name: str, parts: dict[str, dict[str, int]]) -> Table:
    table = Table(f"Bytes for a cold start: {name}", ["part", *SENT])
    for part, sizes in parts.items():
        table.add(part, *(f"{size:,}" for size in sizes.values()))
    return table
