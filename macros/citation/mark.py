"""One citation mark: the sources that stand behind one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.citation.numbering import source_anchor
from macros.evidence import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from macros.evidence import Register, Source

# More small links than this in one place are hard to tell apart and hard to hit.
MOST_SOURCES_IN_A_MARK = 3


class UnnumberedSourceError(LookupError):
    """A source is cited that was not numbered, so its link would lead nowhere.

    Args:
        source_id: The source without a number.
    """

    def __init__(self, source_id: str) -> None:
        self.source_id = source_id
        super().__init__(
            f'The source "{source_id}" is cited but has no number. '
            'Write claim ids in quotes inside cite(), as in cite("the-id"), so that they are '
            "found before the pages are built."
        )


def citation_html(
    register: Register,
    numbers: Mapping[str, int],
    claim_ids: Sequence[str],
    sources_page_url: str,
    *,
    environment: Environment,
) -> Markup:
    """Write the mark that follows a sentence: up to three linked source numbers.

    Each claim shows its strongest source first; what room is left goes to the strongest of the
    others. The sources page names them all.

    Args:
        register: The evidence register.
        numbers: The number of each used source, as `number_sources` gives them.
        claim_ids: The claims that the sentence rests on, at least one.
        sources_page_url: The sources page as seen from this page, such as `../sources/`;
            empty where both are one document.
        environment: The environment that finds `citation/citation.jinja`.

    Returns:
        One line of HTML: it may stand inside a paragraph of Markdown.

    Raises:
        UnknownClaimError: The register has no such claim.
        UnnumberedSourceError: A source of the claims has no number.
        ValueError: There is no claim.
    """
    if not claim_ids:
        message = 'cite() names no claim. Write its id in quotes, as in cite("the-id").'
        raise ValueError(message)
    for source in register.sources_of(claim_ids):
        if source.id not in numbers:
            raise UnnumberedSourceError(source.id)
    shown = strongest_sources(register, claim_ids, MOST_SOURCES_IN_A_MARK)
    html = environment.get_template("citation/citation.jinja").render(
        sources=sorted(shown, key=lambda source: numbers[source.id]),
        numbers=numbers,
        source_anchor=source_anchor,
        sources_page_url=sources_page_url,
    )
    return Markup(html.strip())  # noqa: S704 - the template escapes what it prints


def strongest_sources(
    register: Register, claim_ids: Iterable[str], most: int
) -> tuple[Source, ...]:
    """Choose the sources to show, so that as many claims as possible have one.

    Args:
        register: The evidence register.
        claim_ids: The claims that the sentence rests on.
        most: How many sources there is room for.

    Returns:
        At most that many sources, in order of choice.

    Raises:
        UnknownClaimError: The register has no such claim.
    """
    claim_ids = tuple(dict.fromkeys(claim_ids))
    chosen = dict.fromkeys(_one_for_each_claim(register, claim_ids))
    chosen |= dict.fromkeys(sorted(register.sources_of(claim_ids), key=_rank))
    return tuple(chosen)[:most]


def _one_for_each_claim(register: Register, claim_ids: Iterable[str]) -> Iterator[Source]:
    shown: set[str] = set()
    for claim_id in claim_ids:
        sources = register.sources_of([claim_id])
        if shown.isdisjoint(source.id for source in sources):
            strongest = min(sources, key=_rank)
            shown.add(strongest.id)
            yield strongest


def _rank(source: Source) -> int:
    return KINDS.index(source.kind)
