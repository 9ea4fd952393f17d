"""What the linter found, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from triage_py.errors import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, and the check that found it."""

    check: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found."""

    file: str
    findings: tuple[Finding, ...]
    """In the order of the file."""
    not_checked: dict[str, str]
    """Checks that could not be made, with the reason: silence about them is no good news."""

    def lines(self) -> list[str]:
        """One line a problem, then how many there are, then what was not checked."""
        told = [f"{one.problem.text(self.file)} [{one.check}]" for one in self.findings]
        count = len(told)
        told.append(f"{self.file}: {count or 'no'} problem{'' if count == 1 else 's'}.")
        reasons: dict[str, list[str]] = {}
        for check, reason in self.not_checked.items():
            reasons.setdefault(reason, []).append(check)
        told += [f"Not checked: {', '.join(names)}. {why}" for why, names in reasons.items()]
        return told

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "file": self.file,
            "problems": [
                {
                    "check": one.check,
                    "line": one.problem.line,
                    "where": one.problem.where,
                    "what": one.problem.what,
                    "remedy": one.problem.remedy,
                }
                for one in self.findings
            ],
            "not_checked": self.not_checked,
        }
