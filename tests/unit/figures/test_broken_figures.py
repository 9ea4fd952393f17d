"""A mistake in a figure file is named with its file, its key and its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.figure import FigureError, read_figures

FOLDER = Path(__file__).parents[3] / "content" / "figures"
OWN_PALETTE = FOLDER.parents[1] / "macros" / "figure" / "palette.toml"

MISTAKES = {
    "unknown kind": (
        'kind = "pose"', 'kind = "poze"',
        'tea.toml: figures.tea.kind: there is no kind "poze".\n  Did you mean "pose"?',
    ),
    "unknown pose": (
        'pose = "standing"', 'pose = "standin"',
        'figures.tea.people[0].pose: there is no pose "standin".\n  Did you mean "standing"?',
    ),
    "misspelt key": (
        "trunk = 90", "trunck = 90",
        'poses.standing.trunck: nothing reads this key.\n  Did you mean "trunk"?',
    ),
    "missing key": (
        'title = "Tea"', "",
        "figures.tea.title: this key is missing.\n  Write words in quotes",
    ),
    "words for a number": (
        "trunk = 90", 'trunk = "90"',
        "poses.standing.trunk: expected a number, found '90'.\n  Drop the quotes.",
    ),
    "out of reach": (
        "ground = 0 }", "ground = 90 }",
        "poses.standing.near-leg: the limb is 29 units too short to reach this place.\n  Bring",
    ),
    "two ways to hold a limb": (
        "angles = [-90, -90] }", "angles = [-90, -90], ground = 3 }",
        "poses.standing.far-arm.angles: a limb is held in one way, found 2.\n  Give one of",
    ),
    "unknown joint": (
        'joints = ["hip"]', 'joints = ["hipp"]',
        'figures.tea.marks[0].joints: there is no joint "hipp".\n  Known: hip, loin',
    ),
    "not TOML": (
        'title = "Tea"', 'title = "Tea',
        "figures/tea.toml: this is not TOML:",
    ),
}  # fmt: skip

SOUND = """
[poses.standing]
hip = [0, 124]
trunk = 90
neck = 76
near-leg = { ground = 0 }
far-leg = { ground = 3 }
near-arm = { angles = [-92, -88] }
far-arm = { angles = [-90, -90] }

[figures.tea]
kind = "pose"
title = "Tea"
description = "A person waits for tea."
caption = "Waiting for tea."
claims = []
width = 200
[[figures.tea.people]]
pose = "standing"
[[figures.tea.marks]]
kind = "plumb"
joints = ["hip"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    figures = tmp_path / "content" / "figures"
    figures.mkdir(parents=True)
    shutil.copy(OWN_PALETTE, figures)
    shutil.copy(FOLDER / "back-view.toml", figures)
    (figures / "tea.toml").write_text(SOUND, encoding="utf-8")
    return figures


def test_a_sound_file_is_drawn(folder: Path) -> None:
    assert read_figures(folder).draw("tea").startswith("<svg")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_located(folder: Path, mistake: str) -> None:
    right, wrong, message = MISTAKES[mistake]
    assert right in SOUND
    (folder / "tea.toml").write_text(SOUND.replace(right, wrong), encoding="utf-8")
    with pytest.raises(FigureError) as raised:
        read_figures(folder)
    assert str(raised.value).startswith("content/figures/tea.toml: ")
    assert message in str(raised.value)


def test_a_name_used_twice_is_located(folder: Path) -> None:
    (folder / "coffee.toml").write_text(SOUND, encoding="utf-8")
    with pytest.raises(FigureError, match=r"tea.toml: poses.standing: this name is already used"):
        read_figures(folder)


def test_a_colour_that_is_none_is_located(folder: Path) -> None:
    palette = folder / "palette.toml"
    text = palette.read_text(encoding="utf-8")
    palette.write_text(text.replace('skin = "#d9a98c"', 'skin = "peach"', 1), encoding="utf-8")
    with pytest.raises(FigureError, match=r'palette.toml: screen.skin: "peach" is not a colour'):
        read_figures(folder)


def test_a_topic_without_a_palette_takes_that_of_the_figures(folder: Path) -> None:
    with_own = read_figures(folder).draw("tea")
    (folder / "palette.toml").unlink()

    assert read_figures(folder).draw("tea") == with_own


def test_a_topic_without_figures_needs_no_folder(tmp_path: Path) -> None:
    assert read_figures(tmp_path / "content" / "figures").by_name == {}


def test_a_body_from_behind_that_is_not_there_is_named(folder: Path) -> None:
    """A figure of it, and the body map, which is drawn from it."""
    (folder / "back-view.toml").unlink()
    with pytest.raises(FigureError, match=r"figures/back-view.toml: this file is missing"):
        read_figures(folder).body_map_svg()

    shutil.copy(FOLDER / "body.toml", folder)
    with pytest.raises(FigureError, match=r"body.toml: figures.*.kind: .* no back-view.toml"):
        read_figures(folder)


OUTLINE = """
[outlines.pot]
size = [100, 100]
outline = "10 10 90 10 80 90 20 90"

[figures.pot]
kind = "outline"
outline = "pot"
title = "A pot"
description = "A pot with a crack at its edge."
caption = "The crack."
claims = []
size = [120, 120]
[[figures.pot.views]]
at = [10, 10]
scale = 1
crop = [0, 0, 100, 100]
[[figures.pot.views.strokes]]
points = [20, 20, 30, 30]
width = 4
"""


def test_places_are_marked_on_any_outline(folder: Path) -> None:
    (folder / "pot.toml").write_text(OUTLINE, encoding="utf-8")

    assert "M10 10L90 10" in read_figures(folder).draw("pot")


def test_an_outline_that_is_not_there_is_named(folder: Path) -> None:
    text = OUTLINE.replace('outline = "pot"', 'outline = "pott"')
    (folder / "pot.toml").write_text(text, encoding="utf-8")

    with pytest.raises(FigureError, match=r'pot.outline: there is no outline "pott".\n  Did you'):
        read_figures(folder)
