"""The protocol is changed on purpose, rule by rule: somebody in the tables must notice.

`expected/rule_witnesses.toml` holds one person for each rule, `expected/small_changes.toml` people
for each smaller change: an option left out, a part of a condition left out, a limit moved by one.
They were found by search once and are committed, so that this is a check of its own, beside the
proofs and the vignettes, and so that a change of advice shows in a review.
"""

from __future__ import annotations

import pytest

from triage_py import Protocol, Rule, assess

from .damage import with_dead_rule, with_weaker_rule, without_rule
from .expected_table import RULES, SMALL_CHANGES, WRITE_AGAIN, Row, Told, read_table, tell
from .shipped import PROTOCOL
from .small_changes import slightly_changed

CALM, RULE_ROWS = read_table(RULES)
SMALL_CALM, SMALL_ROWS = read_table(SMALL_CHANGES)
WITNESS = {row.notices: row for row in RULE_ROWS}

every_rule = pytest.mark.parametrize("rule", PROTOCOL.rules, ids=lambda rule: rule.id)
every_row = pytest.mark.parametrize(
    ("calm", "row"),
    [*((CALM, row) for row in RULE_ROWS), *((SMALL_CALM, row) for row in SMALL_ROWS)],
    ids=[*(row.notices for row in RULE_ROWS), *(row.notices for row in SMALL_ROWS)],
)


def told_to_witness(protocol: Protocol, rule: Rule) -> Told:
    """What a protocol tells the person who is there for this rule."""
    return tell(protocol, {**CALM, **WITNESS[rule.id].changes})


def test_the_calm_picture_is_self_care() -> None:
    """So each row's advice comes from what is told in the row."""
    for calm in (CALM, SMALL_CALM):
        assert tell(PROTOCOL, calm).disposition == "self_care"
        assert assess(PROTOCOL, calm).is_complete


def test_every_rule_has_a_witness_and_every_witness_a_rule() -> None:
    """A new rule needs somebody who would miss it."""
    assert WITNESS.keys() == {rule.id for rule in PROTOCOL.rules}, WRITE_AGAIN
    assert len(WITNESS) == len(RULE_ROWS), WRITE_AGAIN


@every_row
def test_everybody_in_the_tables_is_told_what_is_expected(
    calm: dict[str, object], row: Row
) -> None:
    """Disposition, pattern and the rules that are the reason, exactly."""
    assert tell(PROTOCOL, {**calm, **row.changes}) == row.told, WRITE_AGAIN


@every_rule
def test_somebody_notices_when_a_rule_is_gone(rule: Rule) -> None:
    """Without the rule, its witness is told otherwise."""
    assert told_to_witness(without_rule(PROTOCOL, rule.id), rule) != WITNESS[rule.id].told


@every_rule
def test_somebody_notices_when_a_rule_never_holds(rule: Rule) -> None:
    """A condition that cannot be true is as good as no rule."""
    assert told_to_witness(with_dead_rule(PROTOCOL, rule.id), rule) != WITNESS[rule.id].told


@pytest.mark.parametrize(
    "rule", [rule for rule in PROTOCOL.rules if rule.disposition], ids=lambda rule: rule.id
)
def test_somebody_notices_when_a_rule_is_weaker(rule: Rule) -> None:
    """One level less urgent, and its witness is told otherwise."""
    weaker = told_to_witness(with_weaker_rule(PROTOCOL, rule.id), rule)

    assert weaker != WITNESS[rule.id].told


def test_somebody_notices_every_small_change_of_a_condition() -> None:
    """An option or a part left out, a limit moved by one: in each rule and each named sign."""
    said = [({**SMALL_CALM, **row.changes}, row.told) for row in SMALL_ROWS]
    unnoticed = [
        what
        for what, changed in slightly_changed(PROTOCOL).items()
        if all(tell(changed, raw) == told for raw, told in said)
    ]

    assert unnoticed == [], WRITE_AGAIN
