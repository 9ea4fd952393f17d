"""Checks that only a search over every set of answers can make. They need z3."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from triage_py.proof import Promise
    from triage_py.protocol import Protocol
    from triage_py.protocol.tables import Findings

MADE_BY_SOLVER = {"gap": "total", "unsure-safer-than-no": "unsure", "unreachable": "reachable"}
"""Each check, and the promise whose proof is its search."""
NEEDS_SOLVER = 'They need the solver z3. Run: python -m pip install "triage-py[prove]"'


def solver_checks() -> dict[str, Callable[[Protocol, Findings], None]]:
    """The checks of `MADE_BY_SOLVER`; none where z3 is not installed.

    Each raises TimeoutError where the search does not end in time.
    """
    try:
        from triage_py.proof import PROMISES
    except ImportError as error:
        if error.name != "z3":
            raise
        return {}
    promises = {promise.id: promise for promise in PROMISES}
    return {check: partial(_look, promises[id]) for check, id in MADE_BY_SOLVER.items()}


def _look(promise: Promise, protocol: Protocol, findings: Findings) -> None:
    for found in promise.find(protocol):
        whose = " `prove` shows whose answers." if found.sheets else ""
        findings.add(found.where, found.claim, (found.remedy or promise.remedy) + whose)
