"""Every problem of a protocol at once: what stops a build, and what a build lets pass."""

from triage_py.lint.linting import lint
from triage_py.lint.report import Finding, Report

__all__ = ["Finding", "Report", "lint"]
