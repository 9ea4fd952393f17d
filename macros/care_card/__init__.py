"""Care cards: what to do at one level of urgency, in words, icon and border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card.numbering import CardNumbers
from triage_py import Disposition
from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from macros.region import Region
    from triage_py import Protocol

__all__ = [
    "CardNumbers",
    "DispositionNameError",
    "care_card_html",
    "css_name",
    "disposition_named",
]


class DispositionNameError(ValueError):
    """A page names a disposition that does not exist."""


def care_card_html(
    protocol: Protocol,
    region: Region,
    disposition: str,
    *,
    environment: Environment,
    heading: str = "",
    points: Sequence[str] = (),
    number: int = 1,
) -> Markup:
    """Write one care card.

    Args:
        protocol: Where the words of the disposition come from.
        region: Whose numbers are called.
        disposition: `emergency`, `urgent`, `soon` or `self_care`.
        environment: The environment that finds `care_card/care_card.jinja`.
        heading: Replaces the protocol's heading.
        points: Replace the protocol's list of what to do.
        number: Which card of the site it is, so that ids differ.

    Raises:
        DispositionNameError: There is no such disposition.
    """
    level = disposition_named(disposition)
    words = protocol.words[level]
    html = environment.get_template("care_card/care_card.jinja").render(
        level=css_name(level),
        heading=heading or words.label,
        lead="" if points else words.lead,
        points=points or words.do,
        region=region,
        calls=level == Disposition.EMERGENCY,
        number=number,
    )
    return Markup("".join(line.strip() for line in html.splitlines()))  # noqa: S704 - escaped


def disposition_named(name: str) -> Disposition:
    """Find a disposition by the name that pages use.

    Raises:
        DispositionNameError: There is no such disposition.
    """
    try:
        return Disposition.from_id(name.replace("-", "_"))
    except KeyError:
        known = did_you_mean(name, [disposition.id for disposition in Disposition])
        message = f'there is no disposition "{name}". {known}'
        raise DispositionNameError(message) from None


def css_name(disposition: Disposition) -> str:
    """The name of a disposition in class names: `self-care` rather than `self_care`."""
    return disposition.id.replace("_", "-")
