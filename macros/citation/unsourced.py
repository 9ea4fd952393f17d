"""Find what a page says of research without a source beside it, before any page is built."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
_ROW = re.compile(r"\s*\|")
_HEADING = re.compile(r"\s*#{1,6}\s|\s*(?:\?\?\?|!!!)")
_RULE_BELOW_HEADS = re.compile(r"\s*\|?\s*:?-{3,}")
_CITES = re.compile(r"\bcite\(")
_MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SPEAKS_OF_ITSELF = re.compile(r"^about_this_site:\s*true\s*$", re.MULTILINE)


class Passage(NamedTuple):
    """A paragraph, an item of a list or a row of a table."""

    line: int
    """Counted from 1 in the file."""
    text: str
    leads_in: str
    """The paragraph that ends in a colon right before a list or a table; empty where none does."""


def unsourced_passages(markdown: str, speaks_of_research: re.Pattern[str]) -> Iterator[Passage]:
    """Passages that speak of research and name no source.

    A page that says `about_this_site: true` in its front matter has none: it tells how this site
    works, and so speaks of studies and sources without saying what they found.

    Args:
        markdown: The whole page, with its front matter if line numbers are to fit the file.
        speaks_of_research: Words that make a passage a statement about research.
    """
    front_matter = _FRONT_MATTER.match(markdown)
    if front_matter and _SPEAKS_OF_ITSELF.search(front_matter[0]):
        return
    if not speaks_of_research.search(_shown(markdown)):
        return  # to take a page apart takes longer
    for passage in passages(markdown):
        is_sourced = _CITES.search(passage.text) or _CITES.search(passage.leads_in)
        if not is_sourced and speaks_of_research.search(passage.text):
            yield passage


def passages(markdown: str) -> Iterator[Passage]:
    """All passages of a page in reading order; headings and heads of tables are none."""
    leads_in = ""
    blocks = [*_blocks(_shown(markdown)), (0, "")]
    for (line, text), (_, below) in pairwise(blocks):
        if _HEADING.match(text) or _RULE_BELOW_HEADS.match(text):
            leads_in = "" if _HEADING.match(text) else leads_in
        elif _ROW.match(text) and _RULE_BELOW_HEADS.match(below):
            continue
        elif _ITEM.match(text) or _ROW.match(text):
            yield Passage(line, text, leads_in)
        else:
            yield Passage(line, text, "")
            leads_in = text if _MACRO.sub("", text).rstrip(" *_").endswith(":") else ""


def _blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Runs of lines without a blank one; each item and each row by itself."""
    begun, lines = 0, list[str]()
    for number, line in enumerate(markdown.split("\n"), 1):
        begins_anew = bool(_ITEM.match(line) or _ROW.match(line) or _HEADING.match(line))
        if lines and (begins_anew or not line.strip()):
            yield begun, "\n".join(lines)
            lines = []
        if line.strip():
            begun = begun if lines else number
            lines.append(line)
    if lines:
        yield begun, "\n".join(lines)


def _shown(markdown: str) -> str:
    """What readers may see, each line where it was."""
    return _COMMENT.sub(_blanked, _FRONT_MATTER.sub(_blanked, markdown))


def _blanked(match: re.Match[str]) -> str:
    """As many lines, but empty ones, so that line numbers stay."""
    return "\n" * match[0].count("\n")
