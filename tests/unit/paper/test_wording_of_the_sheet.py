"""What the sheet says where a protocol has numbers that nobody has to know, and short waits."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from macros.environment import page_environment
from macros.paper_self_check import paper_self_check_html
from macros.region import read_regions
from triage_py import load_protocol, read_protocol

ROOT = Path(__file__).parents[3]
SHAPE = ROOT / "tests" / "proof" / "another_shape.toml"
REGION = read_regions(ROOT / "content" / "regions.toml")["uk"]


def sheet(text: str, medium: Literal["print", "screen"] = "print") -> str:
    protocol = read_protocol(text, "shape.toml")
    return str(
        paper_self_check_html(protocol, REGION, environment=page_environment(), medium=medium)
    )


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_a_number_that_somebody_may_not_know_has_a_box(
    medium: Literal["print", "screen"],
) -> None:
    """Only where a rule asks for it: elsewhere an empty line says the same."""
    html = sheet(SHAPE.read_text(encoding="utf-8"), medium)

    assert html.count("I have no thermometer") >= 1
    numbers = [
        item for item in html.split('<div class="paper-item ') if "paper-item__blank" in item
    ]
    assert ["paper-item__row" in item.partition("</div>")[0] for item in numbers[:2]] == [
        True,
        False,
    ]


def test_a_gate_behind_a_gate_names_the_inner_one() -> None:
    protocol = load_protocol(SHAPE)
    html = sheet(SHAPE.read_text(encoding="utf-8"))

    before = html.partition(protocol.questions["can-swallow"].text)[0]
    assert before.rstrip().rpartition("Only if you ticked ")[2].startswith("D2 or D3")


@pytest.mark.parametrize(("days", "words"), [(1, "Check again tomorrow"), (3, "again in 3 days")])
def test_one_day_is_tomorrow(days: int, words: str) -> None:
    text = SHAPE.read_text(encoding="utf-8")
    html = sheet(text.replace("check_again_days = 1", f"check_again_days = {days}"))

    assert words in html
