"""No sentence stands in the order of words of the article that the first topic came from."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.docs.documents import ROOT

CHECK = ROOT.parent / "shared" / "checks" / "copied"
"""It holds hashes of the article's runs of words, not the article; not every checkout has it."""


@pytest.mark.skipif(not CHECK.exists(), reason="the list of word runs is not beside this checkout")
def test_no_seven_words_stand_in_the_order_of_the_article() -> None:
    places = (
        "content",
        "examples",
        "macros",
        "generator",
        "triage_py",
        "site_overrides",
        "README.md",
    )
    checked = subprocess.run(
        [sys.executable, str(CHECK), *places],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout
