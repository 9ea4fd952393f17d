"""What the tests of the figures share: the figures that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.figure import Figures, read_figures

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "content" / "figures"


@pytest.fixture(scope="session")
def shipped() -> Figures:
    """The figures that the site is built from."""
    return read_figures(FOLDER)
