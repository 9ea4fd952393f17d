"""What a first visit to each page weighs, and what Lighthouse says about it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from bench.browser import QUIET, fresh_profile
from bench.contenders import ours
from bench.line_up import work_folder
from bench.sections.section import Bench, Outcome
from bench.server import Served, served
from bench.table import Table
from generator.engine import NodeTools
from generator.setting_up.system import find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

CATEGORIES = (
    "performance",
    "accessibility",
    "best-practices",
    "seo",
)


def pages(bench: Bench) -> Outcome:
    """Visit each page for the first time, and count every byte until it is at rest."""
    table = Table("Bytes of a first visit, compressed", ["page", "HTML", "all", "requests"])
    results: dict[str, Any] = {}
    with _site(bench) as server, sync_playwright() as playwright:
        for address in _addresses(server.folder):
            server.sent.clear()
            with fresh_profile(playwright) as context:
                # What goes on after the page is there is kept for later, not needed now.
                context.add_init_script("delete Navigator.prototype.serviceWorker")
                context.add_init_script("delete window.Worker")
                page = context.new_page()
                page.goto(server.url + address, wait_until="networkidle")
            sent = dict(server.sent)
            html = sent[f"{address}index.html"]
            results[address] = {"html": html, "all": sum(sent.values()), "requests": len(sent)}
            table.add(address or "home", f"{html:,}", f"{sum(sent.values()):,}", str(len(sent)))
    table.notes.append(
        "The engine is not among them: it comes after the page, and is weighed by itself."
    )
    return Outcome([table], results)


def lighthouse(bench: Bench) -> Outcome:
    """Ask Lighthouse about each page, as on a phone."""
    with _site(bench) as server:
        addresses = list(_addresses(server.folder))
        order = {
            "browser": find_browser(),
            "flags": [*QUIET, "--headless"],
            "urls": [server.url + address for address in addresses],
        }
        script = bench.root / "bench" / "lighthouse.mjs"
        command = [str(NodeTools.of(bench.root).node), str(script), json.dumps(order)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"Lighthouse failed:\n{done.stderr[-2000:]}"
        raise RuntimeError(message)
    reports = json.loads(done.stdout)
    table = Table("Lighthouse, mobile", ["page", *CATEGORIES, "largest paint", "shift", "blocked"])
    results: dict[str, Any] = {}
    for address, report in zip(addresses, reports, strict=True):
        scores = [str(report["scores"][name]) for name in CATEGORIES]
        table.add(
            address or "home",
            *scores,
            f"{report['largest_paint_ms'] / 1000:.1f} s",
            f"{report['shift']:.3f}",
            f"{report['blocked_ms']:.0f} ms",
        )
        for audit in report["failed"]:
            table.notes.append(f"{address or 'home'}: {audit}")
        results[address] = report
    return Outcome([table], results)


def _site(bench: Bench) -> AbstractContextManager[Served]:
    contender = ours(bench.root / "site", work_folder(bench.root))
    return served(
        contender.folder,
        bench.root / ".cache" / "compressed",
        is_kept_for_ever=contender.is_kept_for_ever,
    )


def _addresses(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        yield "" if folder == "." else f"{folder}/"
