"""Find the claims that a page cites, before any page is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from jinja2 import TemplateSyntaxError, nodes

from macros.evidence import Problem
from macros.evidence.errors import did_you_mean, sentences
from macros.page_syntax import calls_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.evidence import Register


def cited_claims(markdown: str) -> list[tuple[str, int]]:
    """List the claims that a page names in `cite(…)`.

    The page is read as Jinja2 reads it, so comments and raw blocks do not count, and a call may
    run over several lines. Ids that are not written out in quotes cannot be known here.

    Args:
        markdown: The whole page, with its front matter if line numbers are to fit the file.

    Returns:
        Claim id and line, counted from 1, in reading order, repeats included.

    Raises:
        jinja2.TemplateSyntaxError: A macro on the page is not written as Jinja2 expects.
    """
    return [
        (argument.value, argument.lineno)
        for call in _cite_calls(markdown)
        for argument in call.args
        if _is_id(argument)
    ]


def citation_problems(register: Register, page: str, markdown: str) -> list[Problem]:
    """Check every `cite(…)` of a page.

    Args:
        register: The evidence register.
        page: The page's file, as the message should name it.
        markdown: The whole page, with its front matter if line numbers are to fit the file.

    Returns:
        What is wrong, in reading order; raise `EvidenceError` with the problems of all pages.
    """
    try:
        calls = list(_cite_calls(markdown))
    except TemplateSyntaxError as error:
        what = f"a macro on this line cannot be read: {error.message}."
        remedy = "A macro is written as {{ its_name(…) }}, with text in quotes."
        return [Problem(page, error.lineno, "", what, remedy)]
    return [problem for call in calls for problem in _problems_of(call, register, page)]


def _problems_of(call: nodes.Call, register: Register, page: str) -> Iterator[Problem]:
    how = 'Write ids of claims in quotes, as in cite("the-id", "another-id").'
    is_empty = not (call.args or call.kwargs or call.dyn_args or call.dyn_kwargs)
    if is_empty:
        yield Problem(page, call.lineno, "cite()", "it names no claim.", how)
    if call.kwargs or call.dyn_args or call.dyn_kwargs:
        yield Problem(page, call.lineno, "cite()", "only ids in quotes may stand in it.", how)
    for argument in call.args:
        if not _is_id(argument):
            what = "an id stands without quotes."
            yield Problem(page, argument.lineno, "cite()", what, how)
        elif argument.value not in register.claims:
            yield Problem(
                page,
                argument.lineno,
                f'cite("{argument.value}")',
                f'there is no claim "{argument.value}".',
                sentences(
                    did_you_mean(argument.value, register.claims),
                    "Claims stand in the evidence register, under [claims.its-id].",
                ),
            )


def _cite_calls(markdown: str) -> Iterator[nodes.Call]:
    for call in calls_in(markdown):
        if isinstance(call.node, nodes.Name) and call.node.name == "cite":
            yield call


def _is_id(argument: nodes.Expr) -> TypeGuard[nodes.Const]:
    return isinstance(argument, nodes.Const) and isinstance(argument.value, str)
