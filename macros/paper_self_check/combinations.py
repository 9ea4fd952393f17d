"""Rules taken apart into the answers that lead somewhere together, and put together again.

A condition becomes alternatives, each a set of facts that all hold. Facts that lead to the same
or to more urgent advice without the rest make the longer alternative needless. What is left is
joined to as few lines as possible: "one of these, and one of those".

All of this holds for unknown answers too. In Kleene's logic "and" and "or" are the lesser and the
greater of two truths, so they distribute and absorb as ever, and an alternative that is absorbed
is never nearer to true than the one that absorbs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from triage_py.conditions import (
    NONE,
    UNSURE,
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
    leaves,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triage_py import Disposition


_FROM_BELOW = ("at least", "more than")
"""Bounds of numbers that may grow without end."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One option was chosen; also "none of these" and "not sure"."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Denied:
    """A condition is a clear no."""

    condition: Condition


Fact: TypeAlias = "Answered | Compared | Denied"
Alternative: TypeAlias = "frozenset[Fact]"
Product: TypeAlias = "frozenset[frozenset[Fact]]"
"""One fact of each group."""


def alternatives(condition: Condition) -> frozenset[Alternative]:
    """The sets of facts of which one has to hold completely."""
    match condition:
        case Chosen(question, options):
            return frozenset(frozenset({Answered(question, option)}) for option in options)
        case NoneTicked(question):
            return frozenset({frozenset({Answered(question, NONE)})})
        case Unsure(question):
            return frozenset({frozenset({Answered(question, UNSURE)})})
        case Compared():
            return frozenset({frozenset({condition})})
        case NoneOf(parts):
            return frozenset({frozenset(Denied(part) for part in parts)})
        case Holds(condition=named):
            return alternatives(named)
        case AtLeast(count, parts):
            each = [alternatives(part) for part in parts]
            return frozenset(
                frozenset[Fact]().union(*choice)
                for some in combinations(each, count)
                for choice in product(*some)
            )


def without_needless(
    found: Iterable[tuple[Disposition, Alternative]],
) -> list[tuple[Disposition, Alternative]]:
    """Drop each alternative that another, at least as urgent, makes needless."""
    ordered = sorted(set(found), key=lambda pair: (-pair[0], len(pair[1]), _name(pair[1])))
    every = frozenset[Fact]().union(*(facts for _, facts in ordered))
    implied = {
        fact: frozenset(wanted for wanted in every if _implies(fact, wanted)) for fact in every
    }
    # What holds wherever an alternative does: then "follows" is the comparison of two sets.
    whole = {
        facts: frozenset[Fact]().union(*(implied[fact] for fact in facts)) for _, facts in ordered
    }
    kept: list[tuple[Disposition, Alternative]] = []
    for level, facts in ordered:
        needless = any(
            shorter <= whole[facts] and not (urgency == level and facts <= whole[shorter])
            for urgency, shorter in ordered
            if urgency >= level and (urgency, shorter) != (level, facts)
        ) or any(shorter <= whole[facts] for _, shorter in kept)
        if not needless:
            kept.append((level, facts))
    return kept


def joined(found: Iterable[Alternative]) -> list[Product]:
    """Join alternatives that differ in one place to "one of these, and one of those"."""
    # Which lines come out depends on the order; that of a set changes from one run to the next.
    in_order = sorted(found, key=_name)
    lines: dict[int, Product] = {
        place: frozenset(frozenset({fact}) for fact in facts)
        for place, facts in enumerate(in_order)
    }
    # Only pairs with the line that was merged last have to be looked at again.
    pairs = dict(_mergeable(lines, combinations(lines, 2)))
    while pairs:
        # The two lines that share the most; the earlier pair where several do.
        first, second = min(pairs, key=lambda pair: (-pairs[pair][0], pair))
        lines[first] = pairs[first, second][1]
        del lines[second]
        pairs = {pair: found for pair, found in pairs.items() if not {first, second} & {*pair}}
        pairs.update(_mergeable(lines, (_in_order(first, place) for place in lines)))
    return list(lines.values())


def excludes(known: Compared, other: Compared) -> bool:
    """Whether a number on one side of a limit cannot lie on that side of the other limit."""
    if known.question != other.question:
        return False
    low, high = (known, other) if known.bound in _FROM_BELOW else (other, known)
    if low.bound not in _FROM_BELOW or high.bound in _FROM_BELOW:
        return False
    both_include = low.bound == "at least" and high.bound == "at most"
    return low.limit > high.limit or (low.limit == high.limit and not both_include)


def _name(facts: Alternative) -> list[str]:
    return sorted(map(_fact_name, facts))


@lru_cache(maxsize=4096)
def _fact_name(fact: Fact) -> str:
    """A name to sort by. The same few facts stand in thousands of alternatives."""
    if isinstance(fact, Denied):
        return f"not {sorted(map(_name, alternatives(fact.condition)))}"
    return repr(fact)


def place_of(fact: Fact) -> tuple[str, ...]:
    """An order of facts that does not depend on the run: sets have none of their own."""
    match fact:
        case Answered(question, option):
            return ("answered", question, option)
        case Compared(question, bound, limit):
            return ("compared", question, bound, f"{limit:020.6f}")
        case Denied(condition):
            read = (
                f"{leaf.question} {sorted(getattr(leaf, 'options', ()))}"
                for leaf in leaves(condition)
            )
            return ("denied", *read)


def _mergeable(
    lines: dict[int, Product], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, Product]]]:
    """The pairs that can be merged: how many facts they share, and what becomes of them."""
    for first, second in pairs:
        union = _merge(lines[first], lines[second]) if first != second else None
        if union is not None:
            shared = sum(len(group) for group in lines[first] & lines[second])
            yield (first, second), (shared, union)


def _in_order(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _merge(one: Product, other: Product) -> Product | None:
    rest_of_one, rest_of_other = one - other, other - one
    if len(one) != len(other) or len(rest_of_one) != 1 or len(rest_of_other) != 1:
        return None
    union = next(iter(rest_of_one)) | next(iter(rest_of_other))
    return None if union in one & other else (one & other) | {union}


def _implies(fact: Fact, wanted: Fact) -> bool:
    if fact == wanted:
        return True
    if isinstance(fact, Compared) and isinstance(wanted, Compared):
        if fact.question != wanted.question or fact.bound != wanted.bound:
            return False
        rising = fact.bound in _FROM_BELOW
        return fact.limit >= wanted.limit if rising else fact.limit <= wanted.limit
    return False
