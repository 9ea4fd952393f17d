"""What is raised when a page cannot be published safely."""

from __future__ import annotations


class PolicyError(Exception):
    """Something on a page would break the content security policy; the message says what to do."""
