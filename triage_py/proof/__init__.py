"""Proofs over every possible set of answers, for any protocol.

Needs z3 (`pip install triage-py[prove]`), which only this package imports, so import it late.
"""

from triage_py.proof.counterexample import Counterexample
from triage_py.proof.promises import PROMISES, Promise

__all__ = ["PROMISES", "Counterexample", "Promise"]
