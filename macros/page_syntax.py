"""A page as Jinja2 reads it, read once however often it is asked for: to read takes milliseconds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

if TYPE_CHECKING:
    from collections.abc import Collection

# Reads the syntax of a page; it never renders, so it needs no loader and no macros.
_SYNTAX = Environment(autoescape=True)


def has_macros(markdown: str) -> bool:
    """Whether anything on a page may be a macro: to read a page as Jinja2 does takes milliseconds."""
    return "{{" in markdown or "{%" in markdown or "{#" in markdown


@lru_cache(maxsize=256)
def calls_in(markdown: str) -> tuple[nodes.Call, ...]:
    """Every call on a page, in the order in which Jinja2 finds them.

    Args:
        markdown: The whole page, with its front matter if line numbers are to fit the file.

    Raises:
        jinja2.TemplateSyntaxError: A macro on the page is not written as Jinja2 expects.
    """
    return tuple(_SYNTAX.parse(markdown).find_all(nodes.Call)) if has_macros(markdown) else ()


def uses_only(markdown: str, names: Collection[str]) -> bool:
    """Whether a page uses nothing but some names: no other page, no filter, nothing by chance.

    Args:
        markdown: The page.
        names: What it may use.
    """
    if not has_macros(markdown):
        return True
    try:
        page = _SYNTAX.parse(markdown)
    except TemplateSyntaxError:
        return False
    reads_files = any(True for _ in meta.find_referenced_templates(page))
    has_filters = any(True for _ in page.find_all((nodes.Filter, nodes.Test)))
    return (
        not reads_files and not has_filters and meta.find_undeclared_variables(page) <= set(names)
    )
