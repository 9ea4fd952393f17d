"""Every rule of the self-check, read aloud: when it holds, what follows, why, and who says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card import css_name
from macros.decision_rules.reading_aloud import in_words
from macros.environment import words_in
from triage_py.dispositions import MOST_URGENT_FIRST

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from macros.evidence import Register
    from macros.region import Region
    from triage_py import Protocol, Rule

__all__ = ["decision_rules_html", "in_words"]

STRENGTHS = ("strong", "moderate", "consensus", "weak", "contested")
"""From the best to the least supported; a rule shows the best that stands behind it."""


def decision_rules_html(
    protocol: Protocol,
    register: Register,
    region: Region,
    cite: Callable[..., Markup],
    *,
    environment: Environment,
) -> Markup:
    """Write all rules by level of urgency, then the rules that only name a pattern.

    Args:
        protocol: Whose rules.
        register: Tells how well each rule is supported.
        region: Whose numbers stand in the texts.
        cite: Gives the citation mark for claim ids.
        environment: The environment that finds `decision_rules/decision_rules.jinja`.
    """
    levels = [
        (
            css_name(level),
            protocol.words[level].label,
            [r for r in protocol.rules if r.disposition == level],
        )
        for level in MOST_URGENT_FIRST
    ]
    html = environment.get_template("decision_rules/decision_rules.jinja").render(
        protocol=protocol,
        levels=levels,
        patterns=[rule for rule in protocol.rules if rule.disposition is None],
        in_words=partial(in_words, protocol, words=words_in(environment)["decision_rules"]),
        strength=lambda rule: _strength(register, rule),
        region=region,
        cite=cite,
    )
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes


def _strength(register: Register, rule: Rule) -> str:
    found = {register.claim(claim).strength for claim in rule.sources}
    return next((strength for strength in STRENGTHS if strength in found), "")
