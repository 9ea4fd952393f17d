"""Red flags: the signs that lead to one disposition, from the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card import css_name, disposition_named
from triage_py.conditions import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2 import Environment

    from macros.region import Region
    from triage_py import Disposition, Option, Protocol, Question, Rule

__all__ = ["RedFlag", "red_flag_list_html", "red_flags"]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One sign, or what several mean that count together.

    Attributes:
        text: What the reader can see or feel.
        hint: A second, quieter line.
        group: The heading it stands under: of its option, or else what the questionnaire asks.
        sources: The claims it rests on.
        is_alone: Whether it is enough by itself.
    """

    text: str
    hint: str
    group: str
    sources: tuple[str, ...]
    is_alone: bool


def red_flags(protocol: Protocol, disposition: Disposition) -> tuple[RedFlag, ...]:
    """The signs that lead to a disposition, in the order of the protocol."""
    return tuple(
        flag
        for rule in protocol.rules
        if rule.disposition == disposition and rule.for_unsure is None
        for flag in _flags_of(protocol, rule)
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
    flags = red_flags(protocol, level)
    html = environment.get_template("red_flag_list/red_flag_list.jinja").render(
        level=css_name(level),
        label=protocol.words[level].label,
        groups=_by_group(flag for flag in flags if flag.is_alone),
        together=[flag for flag in flags if not flag.is_alone],
        cite=cite,
        region=region,
    )
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes


def _by_group(flags: Iterable[RedFlag]) -> list[tuple[str, list[RedFlag]]]:
    """Flags under their headings, in the protocol's order."""
    groups: dict[str, list[RedFlag]] = {}
    for flag in flags:
        groups.setdefault(flag.group, []).append(flag)
    return list(groups.items())


def _flags_of(protocol: Protocol, rule: Rule) -> Iterator[RedFlag]:
    options = _options_alone(protocol, rule)
    for question, option in options:
        group = option.group or _asked(protocol, question)
        yield RedFlag(option.text, option.hint, group, rule.sources, is_alone=True)
    if not options:
        yield RedFlag(rule.because, "", "", rule.sources, is_alone=False)


def _options_alone(protocol: Protocol, rule: Rule) -> tuple[tuple[Question, Option], ...]:
    """The options of which each alone makes the rule hold; none where answers count together."""
    if not isinstance(rule.when, Chosen):
        return ()
    question = protocol.questions[rule.when.question]
    chosen = rule.when.options
    return tuple((question, option) for option in question.options if option.id in chosen)


def _asked(protocol: Protocol, question: Question) -> str:
    """What the questionnaire asks on the screen that holds the question."""
    return next(screen.text for screen in protocol.screens if question in screen.questions)
