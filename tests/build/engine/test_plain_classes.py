"""The engine's classes are written out at build time, and behave as dataclasses do."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.append(str(Path(__file__).parents[3] / "generator" / "engine" / "inside_pyodide"))

from plain_classes import PlainClassError, with_plain_classes

if TYPE_CHECKING:
    from generator.engine import EngineBundle

ROOT = Path(__file__).parents[3]
SOURCE = '''
from dataclasses import dataclass, field

@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf."""
    plant: str
    """Whose it is."""
    spots: tuple = ()
    area: int = field(init=False, repr=False, compare=False)
    seen: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "area", len(self.plant))

    @property
    def name(self):
        return f"leaf of {self.plant}"
'''
ENGINE_NEVER_READS = (
    "asyncio/events.pyc",
    "dataclasses.pyc",
    "zipfile/__init__.pyc",
    "logging/__init__.pyc",
)


def _leaf(*, is_plain: bool) -> Any:
    space: dict[str, Any] = {"__name__": __name__}
    source: Any = with_plain_classes(SOURCE, "leaf.py") if is_plain else SOURCE
    exec(compile(source, "leaf.py", "exec"), space)
    return space["Leaf"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda leaf: repr(leaf("fern", (1, 2))),
        lambda leaf: leaf("fern") == leaf("fern", ()),
        lambda leaf: leaf("fern") == leaf("moss"),
        lambda leaf: leaf("fern") == "fern",
        lambda leaf: hash(leaf("fern")) == hash(leaf("fern")),
        lambda leaf: leaf(spots=(3,), plant="moss").spots,
        lambda leaf: (leaf("fern").name, leaf("fern").area, leaf("fern").seen),
        lambda leaf: leaf("a").seen is leaf("a").seen,
        lambda leaf: (leaf.__slots__, leaf.__match_args__, leaf.__doc__),
        lambda leaf: hasattr(leaf("fern"), "__dict__"),
    ],
)
def test_a_class_written_out_is_as_the_dataclass(ask: Any) -> None:
    assert ask(_leaf(is_plain=True)) == ask(_leaf(is_plain=False))


@pytest.mark.parametrize("leaf", [_leaf(is_plain=True), _leaf(is_plain=False)])
def test_neither_can_be_changed(leaf: Any) -> None:
    fern = leaf("fern")

    with pytest.raises(AttributeError, match="cannot assign to field 'plant'"):
        fern.plant = "moss"
    with pytest.raises(AttributeError, match="cannot delete field 'plant'"):
        del fern.plant
    with pytest.raises(TypeError):
        leaf()


def test_what_cannot_be_written_out_stops_the_build_with_its_line() -> None:
    with pytest.raises(PlainClassError, match=r"leaf\.py: line 2: replace cannot be used"):
        with_plain_classes("\nfrom dataclasses import replace\n", "leaf.py")
    with pytest.raises(PlainClassError, match=r"leaf.py: line 5: field\(kw_only\) is not known"):
        with_plain_classes(
            "from dataclasses import dataclass, field\n\n@dataclass(frozen=True, slots=True)\n"
            "class Leaf:\n    a: int = field(kw_only=True)\n",
            "leaf.py",
        )


def test_another_kind_of_dataclass_stays_one() -> None:
    space: dict[str, Any] = {"__name__": __name__}
    source = "from dataclasses import dataclass\n\n@dataclass\nclass Leaf:\n    a: int\n"
    exec(compile(with_plain_classes(source, "leaf.py"), "leaf.py", "exec"), space)

    assert space["Leaf"](1) == space["Leaf"](1)
    assert space["Leaf"].__dataclass_fields__


def test_the_unit_tests_of_the_triage_pass_with_its_classes_written_out() -> None:
    tests = ["tests/unit/triage", "tests/proof/test_vignettes.py"]
    plugin = ["-p", "tests.build.engine.plain_triage", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plugin, *tests],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-3000:]


def test_the_engine_holds_nothing_that_it_never_uses(engine: EngineBundle) -> None:
    library = next(file.path for file in engine.files if file.role == "standard-library")
    with zipfile.ZipFile(library) as archive:
        names = set(archive.namelist())

    assert "json/__init__.pyc" in names
    assert names.isdisjoint(ENGINE_NEVER_READS)
