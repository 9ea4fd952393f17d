"""Reviews: warned of 30 days before, an error from the day after."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.review_dates import main

ROOT = Path(__file__).parents[3]
PAGE = "---\ntitle: Tea\nreviewed: 2026-01-10\nreview_due: 2027-01-10\n---\n# Tea\n"
PROTOCOL = "[protocol]\nreviewed = 2026-01-10\nreview_due = 2027-06-01\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "self-check").mkdir()
    (tmp_path / "self-check/protocol.toml").write_text(PROTOCOL)
    (tmp_path / "tea.md").write_text(PAGE)
    return tmp_path


@pytest.mark.parametrize(
    ("today", "code", "says"),
    [
        ("2026-12-10", 0, ""),
        ("2026-12-11", 0, "its review is due on 2027-01-10, in 30 days"),
        ("2027-01-10", 0, "in 0 days"),
        ("2027-01-11", 1, "its review was due on 2027-01-10"),
    ],
)
def test_a_page_is_warned_of_then_late(
    content: Path, capsys: pytest.CaptureFixture[str], today: str, code: int, says: str
) -> None:
    """30 days before its day, and the day after."""
    assert main(["--content", str(content), "--today", today]) == code
    told = capsys.readouterr().err
    assert says in told
    assert ("tea.md" in told) == bool(says)


def test_the_protocol_is_reviewed_too(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is late on its own day."""
    (content / "tea.md").write_text(PAGE.replace("2027-01-10", "2030-01-01"))

    assert main(["--content", str(content), "--today", "2027-06-02"]) == 1
    assert "protocol.toml: its review was due on 2027-06-01" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["reviewed", "review_due"])
def test_a_page_without_a_date_is_an_error(
    content: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    """It is named with what to add."""
    (content / "tea.md").write_text(PAGE.replace(f"{key}:", "other:"))

    assert main(["--content", str(content), "--today", "2026-06-01"]) == 1
    assert f'tea.md: there is no "{key}". Add a date' in capsys.readouterr().err


def test_the_variable_stands_in_for_the_clock(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """REVIEW_TODAY, as a build on a fixed day sets it."""
    monkeypatch.setenv("REVIEW_TODAY", "2028-01-01")

    assert main(["--content", str(content)]) == 1


def test_a_day_that_is_none_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With how to write one."""
    assert main(["--content", str(content), "--today", "soon"]) == 2
    assert "Write it like 2026-11-24" in capsys.readouterr().err


def test_every_page_of_this_site_has_its_dates() -> None:
    """On the day after the latest review nothing is missing and nothing is late."""
    assert main(["--content", str(ROOT / "content"), "--today", "2026-11-25"]) == 0
