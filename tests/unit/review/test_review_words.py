"""Nothing is called reviewed before a clinician is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.environment import page_environment
from triage_py import Protocol, load_protocol

PLANT = load_protocol(Path(__file__).parents[3] / "tests/unit/triage/plant.toml")


def checked(protocol: Protocol) -> str:
    """The words of the template for this protocol."""
    words = page_environment().from_string(
        '{% from "review/review.jinja" import checked %}{{ checked(protocol) }}'
    )
    return words.render(protocol=protocol)


def test_while_nobody_has_reviewed_it() -> None:
    """The date says no more than that somebody read it."""
    assert checked(replace(PLANT, reviewer="")) == (
        "Last checked 31 January 2026 · Not yet reviewed by a clinician"
    )


def test_once_somebody_has() -> None:
    """By whom, and when."""
    assert checked(PLANT) == "Reviewed by A gardener, 31 January 2026"
