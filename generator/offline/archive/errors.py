"""What is raised when the archive cannot be made."""

from __future__ import annotations


class ArchiveError(Exception):
    """A part of the site cannot work from a disk; the message says which and why."""
