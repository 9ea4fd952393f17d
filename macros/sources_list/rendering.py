"""The body of the sources page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.citation import number_sources, source_anchor
from macros.environment import words_in
from macros.sources_list.words import register_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from macros.evidence import Claim, Register

# So many claims are read at a glance; a longer list opens on request.
MOST_CLAIMS_IN_SIGHT = 2


def sources_list_html(
    register: Register, used_claim_ids_in_order: Iterable[str], *, environment: Environment
) -> Markup:
    """Write the list of the sources that pages use, by number.

    Args:
        register: The evidence register.
        used_claim_ids_in_order: Ids of claims as a reader meets them: the same that
            `number_sources` was given, so that the numbers are those of the citations.
        environment: The environment that finds `sources_list/sources_list.jinja`.

    Returns:
        One block of HTML without blank lines: it may stand between paragraphs of Markdown.

    Raises:
        UnknownClaimError: The register has no such claim.
    """
    used_claims = [register.claim(i) for i in dict.fromkeys(used_claim_ids_in_order)]
    numbers = number_sources(register, [claim.id for claim in used_claims])
    html = environment.get_template("sources_list/sources_list.jinja").render(
        words=register_words(words_in(environment)["sources_list"]),
        numbers=numbers,
        used_sources=[register.source(source_id) for source_id in numbers],
        claims_of=_claims_by_source(used_claims),
        most_claims_in_sight=MOST_CLAIMS_IN_SIGHT,
        source_anchor=source_anchor,
    )
    # A blank line would end the block for Markdown.
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes


def _claims_by_source(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        for source_id in claim.supports:
            by_source.setdefault(source_id, []).append(claim)
    return by_source
