"""What decisions and safety case say of rules and vignettes is what these do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.vignettes import Verdict, judge, read_vignettes
from triage_py import Disposition, Protocol, load_protocol

from .documents import DOCS, ROOT, name_of, rows_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

SELF_CHECK = ROOT / "content" / "self-check"
WITH_TABLES = [path for path in (DOCS / "adr").glob("*.md") if "| advice |" in text_of(path)]
WORDS = {
    "emergency": Disposition.EMERGENCY,
    "urgent": Disposition.URGENT,
    "soon": Disposition.SOON,
    "self-care": Disposition.SELF_CARE,
}


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return load_protocol(SELF_CHECK / "protocol.toml")


@pytest.fixture(scope="module")
def verdicts(protocol: Protocol) -> tuple[Verdict, ...]:
    return judge(protocol, read_vignettes(SELF_CHECK / "vignettes")).verdicts


@pytest.mark.parametrize("decision", WITH_TABLES, ids=name_of)
def test_a_decision_gives_each_rule_its_own_level(decision: Path, protocol: Protocol) -> None:
    """The first level that a row names is the one of each rule in it."""
    levels = {rule.id: rule.disposition for rule in protocol.rules}
    first_column = re.search(r"^\| ([^|]+) \| advice \|", text_of(decision), re.MULTILINE)
    assert first_column
    for row in rows_of(decision, first_column[1]):
        for id in re.findall(r"`rules\.([a-z-]+)`", row["rule"]):
            (said, *_) = re.findall("|".join(WORDS), row["advice"])
            assert levels[id] == WORDS[said], f"{name_of(decision)}: rules.{id}"


def test_the_vignettes_that_disagree_are_told(verdicts: tuple[Verdict, ...]) -> None:
    """Each case that comes out otherwise than expected stands in a decision, by name."""
    told = "".join(text_of(path) for path in (DOCS / "adr").glob("*.md"))
    told = re.sub(r"\s+", " ", told)
    untold = [v.vignette.name for v in verdicts if v.levels_off and v.vignette.name not in told]
    assert not untold, "docs/adr/: say why the rules disagree with these"


def test_the_safety_case_has_the_numbers_of_the_vignettes(verdicts: tuple[Verdict, ...]) -> None:
    """How many there are, came out exactly, too high and too low."""
    off = [verdict.levels_off for verdict in verdicts]
    serious = sum(verdict.vignette.expected >= Disposition.URGENT for verdict in verdicts)
    text = re.sub(r"\s+", " ", text_of(DOCS / "clinical-safety-case.md"))
    for words in (
        f"{len(off)} vignettes",
        f"{off.count(0)} came out exactly",
        f"{sum(each > 0 for each in off)} a level too high",
        f"{sum(each < 0 for each in off)} a level too low",
        f"0 of {serious} leaves room",
    ):
        assert words in text, f"docs/clinical-safety-case.md: it should say “{words}”"
