"""What the tests of the evidence share: two registers and a strict template environment."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from macros.environment import page_environment
from macros.evidence import Register, read_register

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def shipped() -> Register:
    """The register that the site is built from."""
    return read_register(ROOT / "content" / "evidence")


@pytest.fixture
def tea(tmp_path: Path) -> Register:
    """A register of two claims and two sources."""
    (tmp_path / "tea.toml").write_text(
        Path(__file__).with_name("sound_register.toml").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    return read_register(tmp_path)


@pytest.fixture(scope="session")
def environment() -> Environment:
    """Templates as the site reads them: nothing undefined, everything escaped."""
    return page_environment()
