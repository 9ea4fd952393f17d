"""The claims that a page cites are found before the page is built."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError

from macros.citation import citation_problems, cited_claims
from macros.evidence import EvidenceError, Register

PAGE = """---
title: Tea
---
# Tea

Let it cool. {{ cite("tea-cools") }}

Milk first, or last. {{ cite('milk-first', "tea-cools") }}
{{ care_card("soon", points=["Pour it."]) }}
{{ cite(
  "tea-cools",
  "milk-first",
) }}
"""


def test_ids_are_found_with_their_lines() -> None:
    """In single or double quotes, one or many, on one line or several."""
    assert cited_claims(PAGE) == [
        ("tea-cools", 6),
        ("milk-first", 8),
        ("tea-cools", 8),
        ("tea-cools", 11),
        ("milk-first", 12),
    ]


def test_what_is_not_run_is_not_cited() -> None:
    """A comment, a raw block and plain text give no number to a source."""
    page = """
{# {{ cite("tea-cools") }} #}
{% raw %}{{ cite("tea-cools") }}{% endraw %}
Write `cite("tea-cools")` after the sentence, or recite("tea-cools").
"""

    assert cited_claims(page) == []


def test_a_citation_inside_a_condition_is_found() -> None:
    """Whether it is printed is known later; it needs its number in any case."""
    assert cited_claims('{% if print %}{{ cite("tea-cools") }}{% endif %}') == [("tea-cools", 1)]


def test_a_page_without_macros_cites_nothing() -> None:
    """Most lines of most pages are plain words."""
    assert cited_claims("# Tea\n\nDrink it {warm}.\n") == []


def test_a_sound_page_has_no_problem(tea: Register) -> None:
    """Silence is the usual answer."""
    assert citation_problems(tea, "content/tea.md", PAGE) == []


def test_an_unknown_id_is_named_with_page_and_line(tea: Register) -> None:
    """The editor of the page can go straight to it."""
    page = 'Tea.\n\nMilk. {{ cite("tea-cools", "milk-frist") }}\n'

    problems = citation_problems(tea, "content/tea.md", page)

    assert str(EvidenceError(problems)) == (
        'content/tea.md:3: cite("milk-frist"): there is no claim "milk-frist".\n'
        '  Did you mean "milk-first"? Claims stand in the evidence register, under'
        " [claims.its-id]. (1 of 1 problem)"
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("cite()", "it names no claim."),
        ("cite(tea_cools)", "an id stands without quotes."),
        ('cite(["tea-cools"])', "an id stands without quotes."),
        ('cite(claim="tea-cools")', "only ids in quotes may stand in it."),
        ("cite(*ids)", "only ids in quotes may stand in it."),
    ],
)
def test_a_call_that_cannot_be_followed_is_refused(call: str, words: str, tea: Register) -> None:
    """An id that is known only later cannot be numbered."""
    problems = citation_problems(tea, "content/tea.md", f"Tea. {{{{ {call} }}}}")

    assert words in str(problems[0])
    assert "Write ids of claims in quotes" in problems[0].remedy


def test_a_macro_that_cannot_be_read_is_named_with_its_line(tea: Register) -> None:
    """The other pages are still checked."""
    problems = citation_problems(tea, "content/tea.md", 'Tea.\n{{ cite("tea-cools" }}\n')

    assert (problems[0].file, problems[0].line) == ("content/tea.md", 2)
    assert "cannot be read" in problems[0].what


def test_the_plain_scan_does_not_hide_a_macro_that_cannot_be_read() -> None:
    """An empty answer would look like a page without citations."""
    with pytest.raises(TemplateSyntaxError):
        cited_claims('{{ cite("tea-cools" }}')
