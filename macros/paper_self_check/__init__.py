"""The self-check on paper: the same questions and the same advice as on screen, with a pen."""

from macros.paper_self_check.composing import PaperError, paper_self_check
from macros.paper_self_check.form import (
    Box,
    Checklist,
    Condition,
    Counted,
    Fits,
    Item,
    Line,
    Measured,
    Not,
    NumberMark,
    PaperSelfCheck,
    Step,
    Ticked,
)
from macros.paper_self_check.rendering import paper_self_check_html

__all__ = [
    "Box",
    "Checklist",
    "Condition",
    "Counted",
    "Fits",
    "Item",
    "Line",
    "Measured",
    "Not",
    "NumberMark",
    "PaperError",
    "PaperSelfCheck",
    "Step",
    "Ticked",
    "paper_self_check",
    "paper_self_check_html",
]
