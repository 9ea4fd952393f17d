"""What can be wrong with a translation."""

from __future__ import annotations


class TranslationError(Exception):
    """A translation cannot be used; the message names file, key and remedy, one line a mistake."""
