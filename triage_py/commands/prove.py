"""`python -m triage_py prove PROTOCOL`: what holds for every set of answers, or for whom it does not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

from triage_py.errors import Problem, TriageError
from triage_py.protocol.reading import load_protocol
from triage_py.protocol.tables import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage_py.proof import Counterexample, Promise
    from triage_py.protocol import Protocol

MOST_TOLD = 3
"""Counterexamples of one promise that are told in full; the rest is named."""
MISSING = 'prove needs the solver z3, which is not installed. Run: python -m pip install "triage-py[prove]"'


def run(arguments: Sequence[str]) -> int:
    """Prove a protocol and return the exit code.

    Returns:
        0 where every promise is proved, 1 where one is not, 2 on bad input or without z3.
    """
    parser = argparse.ArgumentParser(
        prog="python -m triage_py prove",
        description="Prove what a protocol promises for every possible set of answers, or show "
        "the answers of a person for whom it does not hold.",
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    given = parser.parse_args(arguments)
    try:
        protocol = load_protocol(given.protocol)
        lines = Findings(given.protocol.read_text(encoding="utf-8-sig"))
    except TriageError as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 2
    try:
        from triage_py.proof import PROMISES
    except ImportError as error:
        if error.name != "z3":
            raise
        print(MISSING, file=sys.stderr)
        return 2
    print(f"{protocol.title}, version {protocol.version} ({given.protocol})")
    proved = [_is_proved(promise, protocol, lines) for promise in PROMISES]
    print(f"{sum(proved)} of {len(proved)} promises are proved.")
    return 0 if all(proved) else 1


def _is_proved(promise: Promise, protocol: Protocol, lines: Findings) -> bool:
    """Search for people whom a promise fails, and tell what came out."""
    try:
        found = list(promise.find(protocol))
        shown = [one.simplest() for one in found[:MOST_TOLD]]
    except TimeoutError as error:
        print(f"NOT PROVED  {promise.id}: {promise.says}\n  {error}", flush=True)
        return False
    if not found:
        print(f"proved      {promise.id}: {promise.says}", flush=True)
        return True
    print(f"NOT PROVED  {promise.id}: {promise.says}")
    for one in shown:
        print(indent(f"{_place(one, lines)}{one}", "  "))
    if len(found) > len(shown):
        rest = ", ".join(one.where or one.claim for one in found[MOST_TOLD:])
        print(f"  and {len(found) - len(shown)} more: {rest}")
    for remedy in dict.fromkeys(one.remedy or promise.remedy for one in found):
        print(f"  What to do: {remedy}")
    sys.stdout.flush()
    return False


def _place(found: Counterexample, lines: Findings) -> str:
    if not found.where:
        return ""
    place = Problem(found.where, "", "", lines.line_of(found.where))
    return f"{place.text(found.protocol.file).rstrip()} "
