"""Random protocols: the questions of the plant, other gates, rules and defaults."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from triage_py import Disposition, Question, Rule, Screen, load_protocol
from triage_py.conditions import (
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
)

from .shipped import ROOT

if TYPE_CHECKING:
    from triage_py import Protocol

PLANT = load_protocol(ROOT / "tests" / "unit" / "triage" / "plant.toml")
"""It has every kind of question and of condition, where the shipped one has most."""
MOST_RULES = 6
CASES = max(20, int(os.environ.get("FUZZ_CASES", "0")) // 250)
"""How many protocols a test tries: `make test-long` tries more."""


def any_leaf(question: Question) -> st.SearchStrategy[Condition]:
    """Any sentence about the answer to one question."""
    forms: list[st.SearchStrategy[Condition]] = []
    if question.is_numeric:
        # Halves, so that whole answers fall on limits and beside them.
        halves = st.integers(question.minimum * 2, question.maximum * 2)
        bounds = st.sampled_from(["at least", "at most", "more than", "less than"])
        forms.append(
            st.builds(lambda bound, half: Compared(question.id, bound, half / 2), bounds, halves)
        )
    else:
        ids = [option.id for option in question.options]
        some = st.frozensets(st.sampled_from(ids), min_size=1)
        forms.append(st.builds(lambda chosen: Chosen(question.id, chosen), some))
    if question.none_text:
        forms.append(st.just(NoneTicked(question.id)))
    if question.unsure_text:
        forms.append(st.just(Unsure(question.id)))
    return st.one_of(forms)


def any_condition(questions: list[Question]) -> st.SearchStrategy[Condition]:
    """Any condition about these questions, nested a few deep."""
    leaf = st.one_of([any_leaf(question) for question in questions])

    def joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            parts.flatmap(
                lambda them: st.builds(AtLeast, st.integers(1, len(them)), st.just(them))
            ),
            st.builds(NoneOf, parts),
            st.builds(Holds, st.just("well"), inner),
        )

    return st.recursive(leaf, joined, max_leaves=5)


@st.composite
def any_protocol(draw: st.DrawFn) -> Protocol:
    """A protocol that no author would write, and that every promise has to be right about."""
    questions: dict[str, Question] = {}
    for id, question in PLANT.questions.items():
        has_gate = draw(st.booleans())
        earlier = list(questions.values())
        gate = draw(any_condition(earlier)) if earlier and has_gate else None
        questions[id] = replace(question, ask_when=gate)
    levels = st.sampled_from([None, *Disposition])
    patterns = st.sampled_from([None, *(pattern.id for pattern in PLANT.patterns)])
    count = draw(st.integers(1, MOST_RULES))
    when = any_condition(list(questions.values()))
    rules = tuple(
        Rule(
            f"rule-{number}",
            draw(when),
            "It is so.",
            (),
            draw(levels) if number else Disposition.SELF_CARE,
            draw(patterns),
        )
        for number in range(count)
    )
    screens = tuple(
        Screen(screen.id, screen.text, tuple(questions[q.id] for q in screen.questions))
        for screen in PLANT.screens
    )
    default = draw(st.sampled_from([Disposition.SOON, Disposition.URGENT]))
    return replace(
        PLANT, questions=questions, rules=rules, screens=screens, default_disposition=default
    )
