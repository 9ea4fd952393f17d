"""Vignettes: people in their own words, and what they should be told, decided beforehand."""

from macros.vignettes.judging import Results, Verdict, judge
from macros.vignettes.reading import (
    Vignette,
    VignetteError,
    check_vignettes,
    problems_of,
    read_vignettes,
)

__all__ = [
    "Results",
    "Verdict",
    "Vignette",
    "VignetteError",
    "check_vignettes",
    "judge",
    "problems_of",
    "read_vignettes",
]
