"""Whatever stands in the file, the linter comes to its end with a report."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .test_linting import LAMP, told

LINES = LAMP.splitlines()
CASES = int(os.environ.get("FUZZ_CASES", "2000")) // 20
words = st.sampled_from(sorted({word for line in LINES for word in line.split()}))
places = st.integers(0, len(LINES) - 1)


@st.composite
def damaged_lamp(draw: st.DrawFn) -> str:
    """The lamp with a few lines left out, doubled, moved or with another word of its own."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(places) % len(lines)
        change = draw(st.sampled_from(["leave out", "double", "move", "word", "word", "word"]))
        line = lines[place]
        if change == "leave out" and len(lines) > 1:
            del lines[place]
        elif change == "double":
            lines.insert(draw(places) % len(lines), line)
        elif change == "move":
            lines.insert(draw(places) % len(lines), lines.pop(place))
        elif change == "word" and line.split():
            old = draw(st.sampled_from(line.split()))
            lines[place] = line.replace(old, draw(words), 1)
    return "\n".join(lines)


@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=damaged_lamp())
def test_a_damaged_protocol_is_reported_and_never_crashes(text: str) -> None:
    report = told(text)

    for finding in report.findings:
        assert finding.problem.what
        assert finding.problem.remedy
        assert 0 <= (finding.problem.line or 0) <= len(text.splitlines())


@settings(max_examples=CASES, deadline=None)
@given(text=st.text())
def test_any_text_is_reported(text: str) -> None:
    """An empty file has problems too."""
    assert told(text).findings
