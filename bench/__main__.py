"""Measure, print tables, and write `bench/results.json`.

python -m bench                  everything
python -m bench engine pages     some sections alone
python -m bench --runs 2 engine  fewer runs, for a quick look
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.machine import machine
from bench.picture import PICTURE, draw
from bench.sections.answers import answers
from bench.sections.builds import builds, many_pages
from bench.sections.engine import engine, slow
from bench.sections.pages import lighthouse, pages
from bench.sections.section import Bench, Outcome
from bench.sections.weight import weight
from bench.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench" / "results.json"
SECTIONS: dict[str, Callable[[Bench], Outcome]] = {
    "weight": weight,
    "engine": engine,
    "slow": slow,
    "answers": answers,
    "pages": pages,
    "lighthouse": lighthouse,
    "builds": builds,
    "many-pages": many_pages,
}
LEAST_RUNS = 7


def main(arguments: list[str] | None = None) -> int:
    """Run sections one after the other; 1 if there is no built site."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure, and write bench/results.json."
    )
    parser.add_argument("sections", nargs="*", help=f"some of: {', '.join(SECTIONS)}")
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help="counted runs of each start")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.sections if name not in SECTIONS]
    if unknown:
        parser.error(f"there is no section {unknown[0]!r}. There are: {', '.join(SECTIONS)}")
    if not (ROOT / "site" / "index.html").exists():
        print("There is no site to measure. Run: make site", file=sys.stderr)
        return 1
    bench = Bench(ROOT, given.runs)
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results["machine"] = _print_machine()
    for name in given.sections or SECTIONS:
        begin = time.monotonic()
        outcome = SECTIONS[name](bench)
        for table in outcome.tables:
            table.print()
        print(f"  [{name}: {time.monotonic() - begin:.0f} s]", flush=True)
        results[name] = outcome.results
        RESULTS.write_text(
            json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    if {"engine", "weight"} <= results.keys():
        PICTURE.write_text(draw(results), encoding="utf-8")
    return 0


def _print_machine() -> dict[str, Any]:
    found = machine(ROOT)
    table = Table("Measured on", ["what", "which"])
    for name, value in found.items():
        table.add(name, value)
    table.print()
    return found


if __name__ == "__main__":
    sys.exit(main())
