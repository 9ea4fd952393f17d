"""Sources that are used are numbered in reading order, and numbers stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest

from macros.citation import number_sources
from macros.evidence import Register, UnknownClaimError

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def test_numbers_follow_the_reader(tea: Register) -> None:
    """The first source that a reader meets is number 1."""
    assert number_sources(tea, ["milk-first", "tea-cools"]) == {"tea-board": 1, "brown-1999": 2}
    assert number_sources(tea, ["tea-cools", "milk-first"]) == {"brown-1999": 1, "tea-board": 2}


def test_a_source_that_no_page_uses_has_no_number(tea: Register) -> None:
    """A reader never looks for a number that stands nowhere."""
    assert number_sources(tea, ["milk-first"]) == {"tea-board": 1}
    assert number_sources(tea, []) == {}


def test_repeats_change_nothing(tea: Register) -> None:
    """A claim may be cited on ten pages."""
    once = number_sources(tea, ["tea-cools", "milk-first"])

    assert number_sources(tea, ["tea-cools", "tea-cools", "milk-first", "tea-cools"]) == once


def test_numbers_do_not_depend_on_the_order_of_the_files(shipped: Register) -> None:
    """Splitting or sorting the register gives no reader another number."""
    used = list(shipped.claims)[::7]
    shuffled = Register(claims=_reversed(shipped.claims), sources=_reversed(shipped.sources))

    before = number_sources(shipped, used)

    assert list(number_sources(shuffled, used).items()) == list(before.items())


def test_a_new_claim_that_no_page_uses_moves_no_number(tea: Register) -> None:
    """Work on the register alone leaves the printed guide as it was."""
    new = replace(tea.claim("tea-cools"), id="cups-warm")
    grown = Register(claims={"cups-warm": new, **tea.claims}, sources=tea.sources)

    assert number_sources(grown, ["milk-first"]) == number_sources(tea, ["milk-first"])


def test_numbers_have_no_gap(shipped: Register) -> None:
    """1, 2, 3 and so on, in the order of the list."""
    numbers = number_sources(shipped, shipped.claims)

    assert list(numbers.values()) == list(range(1, len(numbers) + 1))


def test_an_unknown_claim_is_refused(tea: Register) -> None:
    """It would leave a hole in the numbers."""
    with pytest.raises(UnknownClaimError, match="milk-last"):
        number_sources(tea, ["milk-last"])


def _reversed(mapping: Mapping[str, T]) -> dict[str, T]:
    return dict(reversed(list(mapping.items())))
