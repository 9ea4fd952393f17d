"""The few words of z3 that the proofs use, with types. Nothing else here imports z3."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import z3  # type: ignore[import-untyped, unused-ignore]  # z3-solver ships no types

Formula: TypeAlias = Any
"""Something that is true or false once every variable has a value."""
Number: TypeAlias = Any
"""A number that depends on the variables."""
Model: TypeAlias = Any
"""One value for every variable."""

LONGEST_SEARCH_MS = 60_000
"""A search that takes longer is a failed proof, not a passed one."""

TRUE: Formula = z3.BoolVal(True)
FALSE: Formula = z3.BoolVal(False)


def boolean(name: str) -> Formula:
    """A variable that is true or false."""
    return z3.Bool(name)


def number(name: str, *, whole: bool) -> Number:
    """A variable that is a number."""
    return z3.Int(name) if whole else z3.Real(name)


def both(*parts: Formula) -> Formula:
    """Every part is true."""
    return z3.And(*parts) if parts else TRUE


def either(*parts: Formula) -> Formula:
    """At least one part is true."""
    return z3.Or(*parts) if parts else FALSE


def negate(part: Formula) -> Formula:
    """The part is false."""
    return z3.Not(part)


def implies(cause: Formula, effect: Formula) -> Formula:
    """Wherever the cause is true, so is the effect."""
    return z3.Implies(cause, effect)


def at_least(count: int, parts: Iterable[Formula]) -> Formula:
    """At least so many parts are true."""
    listed = [(part, 1) for part in parts]
    if not listed:
        return TRUE if count <= 0 else FALSE
    return z3.PbGe(listed, count)


def at_most(count: int, parts: Iterable[Formula]) -> Formula:
    """At most so many parts are true."""
    listed = [(part, 1) for part in parts]
    return z3.PbLe(listed, count) if listed else TRUE


class Search:
    """Looks for values that make everything demanded true."""

    def __init__(self, *demands: Formula) -> None:
        self._solver = z3.Solver()
        self._solver.set("timeout", LONGEST_SEARCH_MS)
        self._solver.set("random_seed", 7)
        self._solver.add(*demands)

    def demand(self, *demands: Formula) -> None:
        """Demand more from now on."""
        self._solver.add(*demands)

    def find(self, *demands: Formula) -> Model | None:
        """Values for which all demands hold, or None when there are none: a proof.

        Raises:
            TimeoutError: No answer in time. Nothing is proved then.
        """
        found = self._solver.check(*demands)
        if found == z3.unknown:
            message = f"no proof and no counterexample: {self._solver.reason_unknown()}"
            raise TimeoutError(message)
        return self._solver.model() if found == z3.sat else None


def is_true(model: Model, formula: Formula) -> bool:
    """Whether a formula is true in a model."""
    return bool(z3.is_true(model.eval(formula, model_completion=True)))


def value_of(model: Model, term: Number) -> int | float:
    """The value of a number in a model."""
    found = model.eval(term, model_completion=True)
    if z3.is_int_value(found):
        return int(found.as_long())
    return float(found.as_fraction())
