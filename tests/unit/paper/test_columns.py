"""Columns of the printed guide are parted where the longest is shortest."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest

from generator.guide.columns import column_starts, lines_of


def longest(lengths: list[float], starts: tuple[int, ...]) -> float:
    places = [0, *starts, len(lengths)]
    return max(sum(lengths[first:last]) for first, last in pairwise(places))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_other_way_has_a_shorter_longest_column(count: int) -> None:
    rng = random.Random(count)
    for _ in range(200):
        lengths = [rng.choice((1.0, 2.0, 3.0, 7.5)) for _ in range(rng.randint(count, 9))]
        ways = combinations(range(1, len(lengths)), count - 1)
        best = min(longest(lengths, way) for way in ways)
        found = column_starts(lengths, count)
        assert found == sorted(set(found))
        assert longest(lengths, tuple(found)) == pytest.approx(best)


def test_the_first_columns_are_the_longer_ones() -> None:
    assert column_starts([1, 1, 1], 2) == [2]
    assert column_starts([1, 1, 1, 1], 3) == [2]


@pytest.mark.parametrize("lengths", [[], [3]])
def test_what_fills_no_second_column_begins_none(lengths: list[float]) -> None:
    assert column_starts(lengths, 2) == []


def test_lines_break_between_words() -> None:
    assert lines_of("", 10) == 1
    assert lines_of("one two", 10) == 1
    assert lines_of("one two three", 10) == 2
