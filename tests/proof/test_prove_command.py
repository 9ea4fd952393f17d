"""`python -m triage_py prove` proves any protocol, or tells for whom it does not hold."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.unit.triage.test_command_line import refused, run
from triage_py import Disposition, Rule, assess, load_protocol
from triage_py.conditions import Compared
from triage_py.proof import PROMISES, Counterexample, Promise
from triage_py.proof.unsure_answers import lowered_by_unsure
from triage_py.proof.worrying_answers import lowered

from .damage import (
    with_dead_rule,
    with_emergency_when_nothing_is_wrong,
    with_rule,
    with_self_care_as_default,
    with_ungated_rule,
    without_rule,
)
from .shipped import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from triage_py import Protocol

LAMP = ROOT / "tests" / "unit" / "triage" / "lamp.toml"
PLANT = ROOT / "tests" / "unit" / "triage" / "plant.toml"
PLANT_PROTOCOL = load_protocol(PLANT)
BY_ID = {promise.id: promise for promise in PROMISES}
GATED = PLANT_PROTOCOL.questions["orchid-signs"]

DAMAGES: dict[str, Callable[[Protocol], Protocol]] = {
    "total": lambda plant: with_ungated_rule(plant, GATED),
    "order": lambda plant: with_ungated_rule(plant, GATED),
    "stopping": lambda plant: with_ungated_rule(plant, GATED),
    "monotone": lambda plant: with_emergency_when_nothing_is_wrong(plant, plant.questions["droop"]),
    "unsure": lambda plant: without_rule(plant, "not-sure-danger"),
    "hidden": lambda plant: with_ungated_rule(plant, GATED),
    "self-care": with_self_care_as_default,
    "emergency": lambda plant: without_rule(plant, "fire"),
    "reachable": lambda plant: with_dead_rule(plant, "eaten"),
}
"""For each promise a damage that breaks it."""


def kept(plant: Protocol) -> Protocol:
    """The plant without its one flaw, a worrying option that changes nothing."""
    question = plant.questions["plant"]
    options = tuple(
        replace(option, worry=0) if option.id == "fern" else option for option in question.options
    )
    return replace(
        plant, questions={**plant.questions, "plant": replace(question, options=options)}
    )


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_a_sound_protocol_keeps_every_promise(promise: Promise) -> None:
    assert not list(map(str, promise.find(kept(PLANT_PROTOCOL))))


@pytest.mark.parametrize("id", BY_ID)
def test_each_promise_is_broken_by_a_damage(id: str) -> None:
    """A proof that a damaged protocol passes proves nothing."""
    damaged = DAMAGES[id](kept(PLANT_PROTOCOL))

    assert next(iter(BY_ID[id].find(damaged)), None) is not None


@pytest.mark.parametrize("id", [id for id in DAMAGES if id not in ("reachable", "self-care")])
def test_a_counterexample_is_told_with_the_advice_of_the_engine(id: str) -> None:
    """In the words of the questions, and as simple as it can be; the engine gives the advice."""
    damaged = DAMAGES[id](kept(PLANT_PROTOCOL))
    found = next(iter(BY_ID[id].find(damaged)))
    simplest = found.simplest()

    assert simplest.people
    for raw in simplest.people:
        label = damaged.words[assess(damaged, raw).disposition].label
        assert f"-> {label} (" in str(simplest)
        for question in raw:
            assert damaged.questions[question].text in str(simplest) or raw[question] == ["none"]
    assert len(simplest.people[0]) <= len(found.people[0])
    assert _still_breaks(simplest)


def _still_breaks(simplest: Counterexample) -> bool:
    """Whether the same search finds somebody with exactly these answers."""
    assert simplest.search is not None
    told = zip(simplest.sheets, simplest.people, strict=True)
    return simplest.search.find(*(sheet.is_exactly(raw) for sheet, raw in told)) is not None


def test_lower_numbers_can_be_the_worse_ones() -> None:
    """Steps that one can walk: few are urgent. Declared, it is proved; undeclared, it is refused."""
    droop = PLANT_PROTOCOL.questions["droop"]
    few = Rule("few", Compared("droop", "less than", 4), "", (), Disposition.URGENT)
    ids = [
        rule.id for rule in PLANT_PROTOCOL.rules if rule.id in ("lies-down", "two-signs-of-thirst")
    ]
    walking = with_rule(without_rule(PLANT_PROTOCOL, *ids, "well"), few)
    lower = replace(droop, worse="lower")

    assert lowered(walking, droop) is not None
    assert lowered(walking, lower) is None
    assert lowered(walking, replace(droop, worse="neither")) is None


def test_not_sure_about_a_number_is_compared_with_the_calmest_one() -> None:
    """The lowest, or the highest where low numbers worry; with none where neither does."""
    height = PLANT_PROTOCOL.questions["height"]
    small = Rule("small", Compared("height", "at most", 0), "", (), Disposition.EMERGENCY)
    tall = Rule("tall", Compared("height", "at least", 3), "", (), Disposition.EMERGENCY)

    for rule, worse, is_found in [
        (small, "higher", True),
        (tall, "higher", False),
        (tall, "lower", True),
        (small, "neither", False),
    ]:
        damaged = with_rule(PLANT_PROTOCOL, rule)
        found = lowered_by_unsure(damaged, replace(height, worse=worse))  # type: ignore[arg-type]
        assert (found is not None) == is_found, (rule.id, worse)


def test_options_without_an_order_are_told_as_such() -> None:
    """Where no option worries more, each counts as no, and the message says what to declare."""
    colour = PLANT_PROTOCOL.questions["colour"]
    flat = replace(colour, options=tuple(replace(option, worry=0) for option in colour.options))
    brown = Rule("brown", Compared("droop", "at least", 0), "", (), Disposition.SOON)
    protocol = replace(
        with_rule(without_rule(PLANT_PROTOCOL, "cannot-see"), brown),
        questions={**PLANT_PROTOCOL.questions, "colour": flat},
    )
    found = lowered_by_unsure(protocol, flat)

    assert found is not None
    assert "No option has a worry, so each counts as no: green, yellow, brown." in found.claim


def test_a_sound_protocol_on_the_command_line() -> None:
    done = run("prove", LAMP)
    *promises, last = done.stdout.splitlines()[1:]

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[1].rstrip(":") for line in promises] == list(BY_ID)
    assert all(line.startswith("proved ") for line in promises)
    assert last == f"{len(PROMISES)} of {len(PROMISES)} promises are proved."


def test_a_damaged_protocol_on_the_command_line(tmp_path: Path) -> None:
    """What does not hold, where, for whom, with which advice, and what to do."""
    path = tmp_path / "plant.toml"
    gated = 'when = { all = ["plant is orchid", "orchid-signs includes rot or mould"] }'
    text = PLANT.read_text(encoding="utf-8")
    assert gated in text
    path.write_text(text.replace(gated, 'when = "orchid-signs includes rot or mould"'), "utf-8")
    done = run("prove", path)

    assert done.returncode == 1
    assert "NOT PROVED  hidden: A question that is not asked could not have raised" in done.stdout
    assert f"{path}:163: rules.orchid-rot.when: " in done.stdout
    assert "Which plant is it? A cactus [plant: cactus]" in done.stdout
    assert "-> Act today (urgent)" in done.stdout
    assert "because: Rot kills an orchid. [rules.orchid-rot]" in done.stdout
    assert "What to do: Name the question's ask_when in the rule too" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("promises are proved.")


def test_a_protocol_that_cannot_be_read() -> None:
    assert refused(run("prove", "missing.toml"))[0].startswith("missing.toml: cannot read")


def test_a_protocol_with_mistakes_is_refused_with_its_mistakes() -> None:
    broken = LAMP.with_name("broken_protocols") / "unknown-option.toml"
    (line,) = refused(run("prove", broken))

    assert 'Did you mean "bright"?' in line


def test_without_the_solver_one_line_says_what_to_install() -> None:
    script = (
        "import sys; sys.modules['z3'] = None; from triage_py.__main__ import main; "
        f"sys.exit(main(['prove', {str(LAMP)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        'prove needs the solver z3, which is not installed. Run: python -m pip install "triage-py[prove]"'
    ]
