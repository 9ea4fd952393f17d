"""Charts show the numbers of the register and nothing else."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from macros.figure.curve import pieces

ROOT = Path(__file__).parents[3]
HOURS_OF_A_WEEK = 168


def chart(file: str, name: str) -> dict[str, Any]:
    text = (ROOT / "content" / "figures" / file).read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)["figures"][name]
    return found


def claim_numbers() -> dict[str, dict[str, Any]]:
    numbers: dict[str, dict[str, Any]] = {}
    for file in (ROOT / "content" / "evidence").glob("*.toml"):
        claims = tomllib.loads(file.read_text(encoding="utf-8")).get("claims", {})
        for name, claim in claims.items():
            numbers[name] = claim.get("numbers", {})
    return numbers


def test_new_back_pain_has_the_measured_averages() -> None:
    course = claim_numbers()["str-back-course"]
    pain = chart("soreness.toml", "soreness-versus-injury")["bands"][0]
    assert pain["dots"] == [
        0, course["mean_pain_of_100"][0],
        course["weeks"][1] * HOURS_OF_A_WEEK, course["mean_pain_of_100"][1],
    ]  # fmt: skip


def test_soreness_has_the_measured_peak() -> None:
    peak = claim_numbers()["bak-peak-28h"]
    soreness = chart("soreness.toml", "soreness-versus-injury")["bands"][1]
    assert soreness["dots"] == [peak["mean_peak_hours"], peak["soreness_of_10"] * 10]


def test_the_band_of_back_muscles_ends_when_the_study_says() -> None:
    numbers = claim_numbers()
    whole, back = chart("soreness.toml", "soreness-over-time")["bands"]
    assert back["upper"][-2:] == [numbers["bak-gone-96h"]["resolved_hours"], 0]
    assert whole["upper"][0] == numbers["doms-onset"]["onset_hours"][0]
    assert whole["upper"][-2] == numbers["sor-common-course"]["resolved_days"][1] * 24


def test_the_load_builds_within_the_advised_steps() -> None:
    low, high = claim_numbers()["load-acsm-step"]["increase_percent"]
    jumps, builds = (one["bars"] for one in chart("load.toml", "load-jump-or-build")["series"])
    steps = [(after / before - 1) * 100 for before, after in pairwise(builds)]
    assert all(low <= step <= high for step in steps)
    assert max((after / before - 1) * 100 for before, after in pairwise(jumps)) > high


def test_a_curve_goes_through_its_points_and_never_beyond_them() -> None:
    points = [(0.0, 0.0), (10.0, 4.0), (20.0, 1.0), (40.0, 0.0)]
    found = pieces(points, 0, 40)
    passed = [piece[0] for piece in found] + [found[-1][3]]
    assert [height for _, height in passed] == pytest.approx([height for _, height in points])
    heights = [point[1] for piece in found for point in piece]
    assert min(heights) >= 0
    assert max(heights) <= 4


def test_a_curve_that_is_cut_keeps_its_shape() -> None:
    points = [(0.0, 0.0), (10.0, 4.0), (20.0, 1.0)]
    first, second = pieces(points, 0, 5)[-1], pieces(points, 5, 10)[0]
    assert first[3] == pytest.approx(second[0])
    slope_in = (first[3][1] - first[2][1]) / (first[3][0] - first[2][0])
    slope_out = (second[1][1] - second[0][1]) / (second[1][0] - second[0][0])
    assert slope_in == pytest.approx(slope_out)
