"""A source in one line: paper has room for what finds it, the website has the rest."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.evidence import Source

LONG = 32
"""A title of more characters goes without its subtitle, and without its end if it still is."""
_PERSON = re.compile(r"[^\W\d_][\w'\u2019 -]* [A-Z]{1,3}(?: et al\.)?")
"""A surname and initials, as journals write authors."""
_ASIDE = re.compile(r"\s*\([^)]*\)")


def short_source(source: Source) -> str:
    """Who and when, such as `Costa LC et al., 2012`; for an organisation also what.

    Args:
        source: A source of the register. Its authors may be followed by the journal.
    """
    first, *others = source.org_or_authors.split(", ")
    year = f", {source.year}" if source.year else ""
    if _PERSON.fullmatch(first):
        is_one_of_many = any(_PERSON.fullmatch(other) for other in others)
        return f"{first} et al.{year}" if is_one_of_many else f"{first}{year}"
    title = _ASIDE.sub("", source.title).rstrip(".")
    if len(title) > LONG:
        title = shorten(title.partition(": ")[0], LONG, placeholder="\u2026")
    who = _ASIDE.sub("", first)
    return f"{who}: {title}{year}" if who[:1].isupper() else f"{title}{year}"
