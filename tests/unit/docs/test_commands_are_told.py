"""The guides for protocol authors tell every check of the linter and every promise that is proved."""

from __future__ import annotations

from triage_py.lint.linting import READS_CONDITIONS, READS_WORDS
from triage_py.lint.solving import MADE_BY_SOLVER
from triage_py.proof import PROMISES

from .documents import DOCS, rows_of


def test_each_check_of_the_linter_has_its_row() -> None:
    """Whoever reads a name in brackets finds it."""
    checks = {"toml", "protocol", "review-date", *READS_WORDS, *READS_CONDITIONS, *MADE_BY_SOLVER}

    assert _first_cells("mend-a-protocol.md", "check") == checks


def test_each_promise_has_its_row() -> None:
    assert _first_cells("read-a-proof.md", "promise") == {promise.id for promise in PROMISES}


def _first_cells(guide: str, column: str) -> set[str]:
    return {row[column].strip("`") for row in rows_of(DOCS / "how-to" / guide, column)}
