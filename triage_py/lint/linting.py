"""Run every check that can be run, however broken the protocol is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py.errors import ProtocolError
from triage_py.lint.duplicates import no_rule_twice, no_text_twice
from triage_py.lint.emergencies import emergencies_stand_in_front
from triage_py.lint.gates import gates_name_those_before_them
from triage_py.lint.plain_words import texts_are_easy_to_read
from triage_py.lint.report import Finding, Report
from triage_py.lint.review import review_is_not_late
from triage_py.lint.solving import MADE_BY_SOLVER, NEEDS_SOLVER, solver_checks
from triage_py.lint.unused import everything_is_used
from triage_py.protocol.reading import examine_protocol, parse_protocol
from triage_py.protocol.tables import Findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from triage_py.protocol import Protocol

READS_WORDS: dict[str, Callable[[Protocol, Findings], None]] = {
    "readability": texts_are_easy_to_read,
    "same-words": no_text_twice,
}
"""Checks that look at words alone, and so also where conditions could not be read."""
READS_CONDITIONS: dict[str, Callable[[Protocol, Findings], None]] = {
    "same-rule": no_rule_twice,
    "unused": everything_is_used,
    "emergency-hidden": emergencies_stand_in_front,
    "asked-astray": gates_name_those_before_them,
}
MEND_FIRST = "Mend the problems above, then run it again."


def lint(text: str, file: str, today: date) -> Report:
    """Find every problem of a protocol at once.

    Args:
        text: The protocol in TOML.
        file: The name to use in messages.
        today: The day on which the date of the next review is judged.
    """
    every = [*READS_WORDS, "review-date", *READS_CONDITIONS, *MADE_BY_SOLVER]
    try:
        raw = parse_protocol(text, file)
    except ProtocolError as error:
        found = tuple(Finding("toml", problem) for problem in error.problems)
        return Report(file, found, dict.fromkeys(["protocol", *every], MEND_FIRST))
    read = examine_protocol(raw, file, text)
    findings = [Finding("protocol", problem) for problem in read.problems]

    def run(check: str, look: Callable[[Protocol, Findings], None]) -> None:
        found = Findings(text)
        look(read.protocol, found)
        findings.extend(Finding(check, problem) for problem in found.problems)

    for check, look in READS_WORDS.items():
        run(check, look)
    run("review-date", lambda protocol, found: review_is_not_late(protocol, found, today))
    not_checked = {}
    if read.is_understood:
        for check, look in READS_CONDITIONS.items():
            run(check, look)
        searches = solver_checks()
        not_checked = {check: NEEDS_SOLVER for check in MADE_BY_SOLVER if check not in searches}
        for check, look in searches.items():
            try:
                run(check, look)
            except TimeoutError as error:
                not_checked[check] = f"The search took too long: {error}."
    else:
        not_checked = dict.fromkeys([*READS_CONDITIONS, *MADE_BY_SOLVER], MEND_FIRST)
    findings = _each_place_once(findings)
    findings.sort(key=lambda one: one.problem.line or 0)
    return Report(file, tuple(findings), not_checked)


def _each_place_once(findings: list[Finding]) -> list[Finding]:
    """A later check finds again what a simpler one has told of an option, a rule or a question."""
    told: dict[str, str] = {}
    kept = []
    for one in findings:
        is_about_conditions = one.check not in (*READS_WORDS, "review-date")
        if not is_about_conditions or told.get(one.problem.where, one.check) == one.check:
            kept.append(one)
        if is_about_conditions:
            told.setdefault(one.problem.where, one.check)
    return kept
