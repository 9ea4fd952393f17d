"""The ways to run the same wheel in a page that are measured against each other."""

from bench.contenders.contender import Contender
from bench.contenders.ours import ours, ours_alone
from bench.contenders.pyscript import pyscript
from bench.contenders.usual import usual

__all__ = ["Contender", "ours", "ours_alone", "pyscript", "usual"]
