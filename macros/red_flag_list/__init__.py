"""Red flags: the signs that lead to one disposition, from the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card import css_name, disposition_named
from triage_py.conditions import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from macros.region import Region
    from triage_py import Disposition, Option, Protocol, Rule

__all__ = ["RedFlag", "red_flag_list_html", "red_flags"]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One sign, or several that count together.

    Attributes:
        text: What the reader can see or feel.
        hint: A second, quieter line.
        because: What it can mean.
        group: The heading it stands under; empty for signs that only count together.
        sources: The claims it rests on.
    """

    text: str
    hint: str
    because: str
    group: str
    sources: tuple[str, ...]


def red_flags(protocol: Protocol, disposition: Disposition) -> tuple[RedFlag, ...]:
    """The signs that lead to a disposition, in the order of the protocol."""
    return tuple(
        _red_flag(protocol, rule)
        for rule in protocol.rules
        if rule.disposition == disposition and rule.for_unsure is None
    )


def red_flag_list_html(
    protocol: Protocol,
    region: Region,
    disposition: str,
    cite: Callable[..., Markup],
    *,
    environment: Environment,
) -> Markup:
    """Write the signs that lead to a disposition, each with its citation.

    Raises:
        DispositionNameError: There is no such disposition.
    """
    level = disposition_named(disposition)
    html = environment.get_template("red_flag_list/red_flag_list.jinja").render(
        level=css_name(level),
        groups=_by_group(red_flags(protocol, level)),
        cite=cite,
        region=region,
    )
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes


def _by_group(flags: tuple[RedFlag, ...]) -> list[tuple[str, list[RedFlag]]]:
    """Flags under their headings, in the protocol's order; those that count together last."""
    groups: dict[str, list[RedFlag]] = {}
    for flag in flags:
        groups.setdefault(flag.group, []).append(flag)
    return sorted(groups.items(), key=lambda group: not group[0])


def _red_flag(protocol: Protocol, rule: Rule) -> RedFlag:
    options = _options_alone(protocol, rule)
    if not options:
        return RedFlag(rule.because, "", "", "", rule.sources)
    text = ", or ".join(option.text for option in options)
    return RedFlag(text, options[0].hint, rule.because, options[0].group, rule.sources)


def _options_alone(protocol: Protocol, rule: Rule) -> tuple[Option, ...]:
    """The options of which each alone makes the rule hold; none where answers count together."""
    if not isinstance(rule.when, Chosen):
        return ()
    question = protocol.questions[rule.when.question]
    return tuple(option for option in question.options if option.id in rule.when.options)
