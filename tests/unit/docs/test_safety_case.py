"""The hazard log is whole: ids in order, risks as the matrix has them, emergencies covered."""

from __future__ import annotations

import pytest

from triage_py import Disposition, load_protocol

from .documents import DOCS, ROOT, ids_in, rows_of

SAFETY_CASE = DOCS / "clinical-safety-case.md"
FEWEST_HAZARDS = 18
HAZARDS = rows_of(SAFETY_CASE, "id")
MATRIX = {row["likelihood"]: row for row in rows_of(SAFETY_CASE, "likelihood")}


def test_hazards_are_numbered_in_order() -> None:
    """Other documents name them, so none is given twice."""
    ids = [hazard["id"] for hazard in HAZARDS]
    assert ids == [f"H{number:02}" for number in range(1, len(HAZARDS) + 1)]
    assert len(ids) >= FEWEST_HAZARDS


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard["id"])
def test_each_risk_is_the_one_of_the_matrix(hazard: dict[str, str]) -> None:
    """Before and after the controls."""
    expected = [
        MATRIX[likelihood][hazard["severity"]] for likelihood in hazard["likelihood"].split(" → ")
    ]
    assert hazard["risk"].split(" → ") == expected


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard["id"])
def test_each_line_is_filled_in(hazard: dict[str, str]) -> None:
    """A hazard without a cause, harm or control is not thought through."""
    assert all(hazard.values())


def test_each_emergency_rule_controls_a_hazard() -> None:
    """A new emergency rule has a hazard that it is there for."""
    protocol = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
    named = {id for kind, id in ids_in(SAFETY_CASE) if kind == "rules"}
    emergencies = {r.id for r in protocol.rules if r.disposition == Disposition.EMERGENCY}
    assert not emergencies - named, "docs/clinical-safety-case.md: name them in the hazard log"


def test_it_says_that_no_clinician_has_reviewed_while_none_has() -> None:
    """The reviewer in the protocol and the words of the safety case change together."""
    protocol = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
    says_none = "no clinician has reviewed" in SAFETY_CASE.read_text(encoding="utf-8").lower()
    assert says_none == (not protocol.reviewer)


def test_it_is_about_this_version_of_the_rules() -> None:
    """A change of the rules is a reason to read the hazard log again."""
    protocol = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
    words = f"for version {protocol.version} of the rules"
    assert words in SAFETY_CASE.read_text(encoding="utf-8")
