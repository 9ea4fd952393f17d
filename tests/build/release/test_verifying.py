"""A site that is not as it was built is told from one that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verifying.__main__ import main
from generator.verifying.listing import list_files


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "about").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "about" / "index.html").write_text("about")
    list_files(site)
    return site


def test_a_whole_site_is_whole(small_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(small_site)]) == 0
    assert "all 2 files" in capsys.readouterr().out


def test_each_difference_is_named(small_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them at once: one changed, one missing, one that nobody built."""
    (small_site / "index.html").write_text("hone")
    (small_site / "about" / "index.html").unlink()
    (small_site / "new.js").write_text("")

    assert main([str(small_site)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == ["missing  about/index.html", "changed  index.html", "extra    new.js"]


def test_no_site_is_told_from_a_wrong_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert 'Run "make site" first' in capsys.readouterr().err


def test_the_built_site_is_whole(site: Path) -> None:
    assert main([str(site)]) == 0
