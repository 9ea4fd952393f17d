"""What four people say, one for each disposition."""

from __future__ import annotations

from tests.browser.reader import Said

SORE: Said = {
    "emergency-signs": "none",
    "age": "adult",
    "health": "none",
    "ill": "none",
    "urine": "none",
    "muscles": "none",
    "onset": "hours-later",
    "days": 1,
    "work": "both-sides",
    "place": "lower",
    "sides": "both",
    "spread": "broad",
    "leg-signs": "none",
    "feel": "dull",
    "pain": 4,
    "course": "same",
    "moving": "gentle-eases",
    "longer": "none",
}
BY_DISPOSITION: dict[str, Said] = {
    "self_care": SORE,
    "soon": {**SORE, "longer": "returning"},
    "urgent": {**SORE, "ill": "fever"},
    "emergency": {**SORE, "emergency-signs": "saddle"},
}
