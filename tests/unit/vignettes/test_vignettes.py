"""Vignettes: what cannot be used is told with file and name, what came out is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.environment import page_environment
from macros.vignette_results import vignette_results_html
from macros.vignettes import (
    Vignette,
    VignetteError,
    check_vignettes,
    judge,
    read_vignettes,
)
from triage_py import Disposition, Protocol, load_protocol

PLANT = Path(__file__).parents[3] / "tests/unit/triage/plant.toml"
ON_FIRE = """[[vignette]]
name = "A fern in flames"
story = "My fern burns."
sources = ["fire"]
expect = { disposition = "emergency" }
[vignette.answers]
danger = ["fire"]
"""


@pytest.fixture
def plant() -> Protocol:
    """The plant protocol."""
    return load_protocol(PLANT)


def person(expected: Disposition, answers: dict[str, object], why: str = "") -> Vignette:
    """A vignette of which only this matters."""
    return Vignette("a.toml", f"{expected.id} {answers}", "", ("fire",), expected, answers, why)


def test_no_folder_holds_no_vignettes(tmp_path: Path) -> None:
    """A new topic has none yet."""
    assert read_vignettes(tmp_path / "vignettes") == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("story =", "storey =", ['"story" is missing', 'Did you mean "story"?']),
        ('"emergency"', '"emergncy"', ["expect.disposition must be one of self_care, soon"]),
        ("[[vignette]]", "[[vignette]", ["no vignettes could be read"]),
        ('["fire"]\nexpect', '"fire"\nexpect', ["sources must be a list of claims"]),
    ],
)
def test_a_vignette_that_cannot_be_read(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    """File, name, what is wrong and what to do."""
    path = tmp_path / "heat.toml"
    path.write_text(ON_FIRE.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(VignetteError) as error:
        read_vignettes(tmp_path)

    message = str(error.value)
    assert message.startswith(f"{path}: ")
    assert [words for words in told if words not in message] == [], message


def test_all_that_is_not_there_is_told_at_once(tmp_path: Path, plant: Protocol) -> None:
    """An unknown option and an unknown source."""
    path = tmp_path / "heat.toml"
    path.write_text(
        ON_FIRE.replace('danger = ["fire"]', 'danger = ["fir"]').replace('["fire"]', '["fier"]'),
        encoding="utf-8",
    )

    with pytest.raises(VignetteError) as error:
        check_vignettes(read_vignettes(tmp_path), plant, {"fire", "gardening"})

    lines = str(error.value).splitlines()
    assert all(line.startswith(f"{path}: A fern in flames: ") for line in lines)
    assert 'Did you mean "fire"?' in lines[0]
    assert 'there is no option "fir"' in lines[1]


def test_results_are_counted(plant: Protocol) -> None:
    """Exactly, too high, too low, and what may still be missed by chance."""
    results = judge(
        plant,
        [
            person(Disposition.EMERGENCY, {"danger": ["fire"]}),
            person(Disposition.SOON, {"danger": ["fire"]}),
            person(Disposition.URGENT, {"danger": ["none"]}),
        ],
    )

    assert (results.exact, len(results.too_high), len(results.too_low)) == (1, 1, 1)
    assert results.count(Disposition.SOON, Disposition.EMERGENCY) == 1
    assert (results.serious, results.missed) == (2, 1)


def test_the_rule_of_three(plant: Protocol) -> None:
    """None of 82 leaves room for about 4 in 100."""
    many = [person(Disposition.EMERGENCY, {"danger": ["fire"]})] * 82

    assert judge(plant, many).missed_in_100_by_chance == 4


def test_the_page_says_what_was_missed_and_why_cases_differ(plant: Protocol) -> None:
    """Honest in both directions."""
    calm = person(Disposition.SOON, {"danger": ["fire"]}, why="A fire is a fire.")
    missed = person(Disposition.URGENT, {"danger": ["none"]})

    shown = vignette_results_html(plant, [calm], environment=page_environment())
    assert "A fire is a fire." in shown
    shown = vignette_results_html(plant, [missed], environment=page_environment())
    assert "1 of 1 cases that need help now or today came out below" in shown
    assert "Nobody has said yet why." in shown
    assert "None of the" not in shown
    assert "no written cases yet" in vignette_results_html(
        plant, [], environment=page_environment()
    )
