"""What the unit tests of the triage share: a small protocol about a house plant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from triage_py import load_protocol

if TYPE_CHECKING:
    from triage_py import Protocol

PLANT = Path(__file__).with_name("plant.toml")


@pytest.fixture(scope="session")
def plant() -> Protocol:
    """A protocol with every kind of question and condition."""
    return load_protocol(PLANT)


@pytest.fixture
def well() -> dict[str, object]:
    """Answers to every question that applies, for a plant that is well."""
    return {
        "danger": ["none"],
        "plant": "cactus",
        "colour": "green",
        "spots": ["none"],
        "days": 3,
        "droop": 0,
        "height": 0.4,
    }
