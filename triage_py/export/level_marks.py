"""How a level of urgency is drawn: a shape first, so that colour can be absent, then colours."""

from __future__ import annotations

from dataclasses import dataclass

from triage_py.dispositions import Disposition


@dataclass(frozen=True, slots=True)
class LevelMark:
    """One level. Colours are custom properties of the page, each with the colour to use without."""

    icon: str
    """The shape as path data on a square of 24."""
    ink: str
    soft: str
    border: float
    """The width of the border: the more urgent, the heavier."""


MARKS = {
    Disposition.EMERGENCY: LevelMark(
        "M8.1 2h7.8L22 8.1v7.8L15.9 22H8.1L2 15.9V8.1L8.1 2Zm2.7 4.5v7h2.4v-7h-2.4Zm0 8.8v2.4h2.4"
        "v-2.4h-2.4Z",
        "var(--emergency-ink, #8e1520)",
        "var(--emergency-soft, #fbe8e8)",
        3,
    ),
    Disposition.URGENT: LevelMark(
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z"
        "m-1.1 2.6v6l5.2 3.1 1.1-1.9-4.1-2.4V6.8h-2.2Z",
        "var(--urgent-ink, #7c4300)",
        "var(--urgent-soft, #ffefd6)",
        2,
    ),
    Disposition.SOON: LevelMark(
        "M7 1.8v2.4H4.8A1.8 1.8 0 0 0 3 6v14.2C3 21.2 3.8 22 4.8 22h14.4c1 0 1.8-.8 1.8-1.8V6c0-1"
        "-.8-1.8-1.8-1.8H17V1.8h-2.2v2.4H9.2V1.8H7Zm-1.8 8h13.6v10H5.2v-10Zm2.2 2.4v2.4h2.4v-2.4"
        "H7.4Zm3.4 0v2.4h2.4v-2.4h-2.4Zm3.4 0v2.4h2.4v-2.4h-2.4Z",
        "var(--soon-ink, #1d4b86)",
        "var(--soon-soft, #e5eef9)",
        1.5,
    ),
    Disposition.SELF_CARE: LevelMark(
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z"
        "m4.1 4.3-5.4 5.4-2.8-2.8-1.5 1.6 4.3 4.3 7-7-1.6-1.5Z",
        "var(--self-care-ink, #1c6239)",
        "var(--self-care-soft, #e3f2e7)",
        1.5,
    ),
}
