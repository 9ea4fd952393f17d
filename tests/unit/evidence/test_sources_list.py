"""The sources page says what each source is, and what we say from it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.citation import citation_html, number_sources
from macros.evidence import Register
from macros.sources_list import register_words, sources_list_html
from macros.words import read_words

if TYPE_CHECKING:
    from jinja2 import Environment


def items(html: str) -> list[str]:
    """Give the HTML of each numbered source."""
    used = html.partition('<ol class="source-list__used">')[2].partition("</ol>")[0]
    return used.split('<li class="source-list__source"')[1:]


def test_used_sources_carry_their_number(tea: Register, environment: Environment) -> None:
    """The list is in the order of the numbers; a source that no page uses is not published."""
    html = sources_list_html(tea, ["milk-first"], environment=environment)

    assert [re.findall(r'id="([^"]+)" value="(\d+)"', item) for item in items(html)] == [
        [("source-tea-board", "1")]
    ]
    assert "source-brown-1999" not in html
    assert "Cooling of" not in html


def test_every_citation_lands_on_its_source(shipped: Register, environment: Environment) -> None:
    """Each link of each mark finds its anchor in the list, with the same number."""
    used = list(shipped.claims)[::5]
    numbers = number_sources(shipped, used)
    listed = dict(
        re.findall(
            r'id="([^"]+)" value="(\d+)"',
            sources_list_html(shipped, used, environment=environment),
        )
    )

    for claim_id in used:
        mark = citation_html(shipped, numbers, [claim_id], "", environment=environment)
        for anchor, number in re.findall(r'href="#([^"]+)"[^>]*>(\d+)<', mark):
            assert listed[anchor] == number


def test_a_source_is_told_with_title_author_year_and_kind(
    tea: Register, environment: Environment
) -> None:
    """In words that need no training."""
    item = items(sources_list_html(tea, ["tea-cools"], environment=environment))[0]

    assert "<cite>Cooling of &lt;hot&gt; drinks</cite>" in item
    assert "Brown A, 1999." in item
    assert "Trial." in item
    assert 'href="https://example.org/cooling?cup=open&amp;lid=no"' in item


def test_a_year_that_the_source_does_not_give_is_not_made_up(
    tea: Register, environment: Environment
) -> None:
    """Unknown stays unknown."""
    html = sources_list_html(tea, ["milk-first"], environment=environment)

    assert "Tea Board, year not given." in items(html)[0]


def test_a_source_read_as_a_copy_is_printed_without_a_link(
    tea: Register, environment: Environment
) -> None:
    """Nobody is sent to a copy."""
    html = sources_list_html(tea, ["milk-first"], environment=environment)

    assert "copies.example.org" not in html
    assert "We read a copy on another site, so there is no link." in html


def test_no_copy_is_linked_in_the_shipped_register(
    shipped: Register, environment: Environment
) -> None:
    """The same for every source that we have."""
    html = sources_list_html(shipped, shipped.claims, environment=environment)
    links = set(re.findall(r'href="(http[^"]+)"', html))

    assert links
    assert links.isdisjoint(
        source.url.replace("&", "&amp;")
        for source in shipped.sources.values()
        if source.copy_read and source.url
    )


def test_a_source_that_was_not_read_says_so(tea: Register, environment: Environment) -> None:
    """A reader may trust it less."""
    unread = replace(tea.source("brown-1999"), seen=False)
    register = Register(claims=tea.claims, sources={**tea.sources, "brown-1999": unread})

    assert "We have not read this one yet." in sources_list_html(
        register, ["tea-cools"], environment=environment
    )


def test_what_we_say_stands_with_its_strength_in_plain_words(
    tea: Register, environment: Environment
) -> None:
    """Only the claims that the pages use are what we say."""
    html = sources_list_html(tea, ["milk-first"], environment=environment)
    item = items(html)[0]

    assert "Tasters disagree whether milk goes in first." in item
    assert "Experts disagree" in item
    assert "Tea in an open cup" not in html


def test_notes_for_editors_are_not_published(tea: Register, environment: Environment) -> None:
    """They hold doubts and tasks, in the editors' words."""
    html = sources_list_html(tea, tea.claims, environment=environment)

    assert "read as a copy" not in html
    assert "both orders are common" not in html


def test_a_long_list_of_claims_opens_on_request(tea: Register, environment: Environment) -> None:
    """Two are read at a glance; three or more would hide the next source."""
    claims = {f"claim-{n}": replace(tea.claim("milk-first"), id=f"claim-{n}") for n in (1, 2, 3)}
    register = Register(claims=claims, sources=tea.sources)

    two = items(sources_list_html(register, list(claims)[:2], environment=environment))[0]
    three = items(sources_list_html(register, claims, environment=environment))[0]

    assert "<details>" not in two
    assert "<summary>What we say from it: 3 facts</summary>" in three


def test_the_page_is_one_block_for_markdown(shipped: Register, environment: Environment) -> None:
    """After a blank line Markdown would read the rest as its own."""
    html = sources_list_html(shipped, shipped.claims, environment=environment)

    assert html.startswith("<div ")
    assert html.endswith("</div>")
    assert "\n\n" not in html


def test_no_anchor_stands_twice(shipped: Register, environment: Environment) -> None:
    """A link has one place to land."""
    ids = re.findall(
        r' id="([^"]+)"', sources_list_html(shipped, shipped.claims, environment=environment)
    )

    assert len(ids) == len(set(ids))


def test_every_strength_and_kind_has_its_words() -> None:
    """A reader never meets the register's own words."""
    words = register_words(read_words("en")["sources_list"])

    assert all(word.label and word.meaning for word in words.strengths.values())
    assert all(word.label and word.meaning for word in words.kinds.values())


def test_a_strength_without_words_is_refused() -> None:
    """The message says which one."""
    words = {"strengths": {"strong": {"label": "x", "meaning": "y"}}}

    with pytest.raises(ValueError, match=r"strengths: there must be one entry.*\n.*weak"):
        register_words(words)
