"""Nothing medical is said without a source, and nothing that has to be said is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.citation import cited_claims, source_anchor
from macros.topic import Topic, read_topic
from tests.build.conftest import ROOT
from tests.build.pages.built_page import BuiltPage, addresses

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

CONTENT = ROOT / "content"
WHAT_WE_DO = (
    "how-we-check/",
    "sources/",
    "how-it-decides/",
    "about/",
    "licences/",
    "self-check/",
    "printed-guide/",
    "put-it-on-your-site/",
)
"""Pages that speak of this site's own way of working as well."""


@pytest.fixture(scope="module")
def topic() -> Topic:
    return read_topic(CONTENT)


def test_every_claim_that_pages_were_asked_to_make_is_on_a_page(topic: Topic) -> None:
    """Those with `seed = true` in the register."""
    cited = {
        claim
        for page in CONTENT.rglob("*.md")
        if not page.is_relative_to(CONTENT / "evidence")
        for claim, _ in cited_claims(page.read_text(encoding="utf-8"))
    }
    shown = set(topic.claims_used(cited))
    asked = {claim.id for claim in topic.register.claims.values() if claim.seed}

    assert asked
    assert sorted(asked - shown) == []


def test_every_cited_source_is_on_the_page_of_sources(topic: Topic, site: Path) -> None:
    """With an id that its number leads to."""
    ids = set(BuiltPage(site, "sources/").tree.xpath("//@id"))
    used = {
        source
        for page in addresses()
        for claim, _ in cited_claims(BuiltPage(site, page).source.read_text(encoding="utf-8"))
        for source in topic.register.claim(claim).supports
    }

    assert sorted(source for source in used if source_anchor(source) not in ids) == []


def test_every_part_of_a_topic_page_names_a_source(page: BuiltPage) -> None:
    """From one heading to the next there is a mark, unless the part only leads on or quotes."""
    if page.address in WHAT_WE_DO:
        pytest.skip("it speaks of this site's own way of working")

    assert [name for name, blocks in _parts(page) if not _is_sourced(blocks)] == []


def _parts(page: BuiltPage) -> list[tuple[str, list[HtmlElement]]]:
    """The page's headings, each with the blocks up to the next one."""
    parts: list[tuple[str, list[HtmlElement]]] = []
    for element in page.main.cssselect(".prose > *, .lead"):
        if element.tag in ("h1", "h2", "h3"):
            parts.append((element.text_content().strip(), []))
        elif parts:
            parts[-1][1].append(element)
    return parts[1:]  # what stands under the title leads into the page


def _is_sourced(blocks: list[HtmlElement]) -> bool:
    """Whether there is a mark, or nothing that needs one: quotes, links, parts of the protocol."""
    if any(block.tag == "blockquote" or block.cssselect(".cite") for block in blocks):
        return True
    return all(block.cssselect("a") or "care-card" in block.get("class", "") for block in blocks)
