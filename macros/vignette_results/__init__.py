"""What the rules say to the vignettes, counted when the page is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card import css_name
from macros.environment import words_in
from macros.vignettes import judge
from triage_py.dispositions import MOST_URGENT_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from macros.vignettes import Vignette
    from triage_py import Protocol

__all__ = ["vignette_results_html"]


def vignette_results_html(
    protocol: Protocol, vignettes: Iterable[Vignette], *, environment: Environment
) -> Markup:
    """Run the rules on the vignettes, and write what came out.

    Args:
        protocol: Whose rules.
        vignettes: Read and checked.
        environment: The environment that finds `vignette_results/vignette_results.jinja`.
    """
    return Markup(  # noqa: S704 - the template escapes
        environment.get_template("vignette_results/vignette_results.jinja").render(
            results=judge(protocol, vignettes),
            words=protocol.words,
            levels=MOST_URGENT_FIRST,
            css_name=css_name,
            percent=partial(_percent, decimal=words_in(environment)["dates"]["decimal"]),
        )
    )


def _percent(part: int, whole: int, *, decimal: str) -> str:
    """A share with at most one decimal, never rounded to a round number it is not."""
    share = f"{100 * part / whole:.1f}".removesuffix(".0") if whole else "0"
    return f"{share.replace('.', decimal)}%"
