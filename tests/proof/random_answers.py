"""Random answers for the comparison of formulas and engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from triage_py.conditions import NONE, UNSURE
from triage_py.proof.answer_space import ticks

if TYPE_CHECKING:
    from triage_py import Protocol, Question


def any_answer(question: Question) -> st.SearchStrategy[object]:
    """Any answer that the engine accepts, calm ones more often than not."""
    if question.is_numeric:
        number: st.SearchStrategy[object] = st.integers(question.minimum, question.maximum)
        if question.kind == "number":
            quarters = st.integers(question.minimum * 4, question.maximum * 4)
            number = quarters.map(lambda quarter: quarter / 4)
        small = st.integers(question.minimum, min(question.maximum, question.minimum + 8))
        unsure = [st.just(UNSURE)] if question.unsure_text else []
        return st.one_of(small, number, *unsure)
    choices = ticks(question)
    if question.kind == "choose-one":
        return st.sampled_from([choices[0], *choices])
    none: st.SearchStrategy[object] = st.just([NONE])
    some = st.lists(st.sampled_from(choices), min_size=1, max_size=4, unique=True)
    return st.one_of(none, none, some) if question.none_text else some


def any_answers(protocol: Protocol) -> st.SearchStrategy[dict[str, object]]:
    """Answers to most questions or to a few, in any order, hidden questions included."""
    each = {id: any_answer(question) for id, question in protocol.questions.items()}
    first = {question.id for question in protocol.screens[0].questions}
    calm = {id: st.just([NONE]) if id in first else answer for id, answer in each.items()}
    return st.one_of(
        st.fixed_dictionaries({}, optional=each),
        st.fixed_dictionaries(calm),
        st.fixed_dictionaries(
            {id: calm[id] for id in first},
            optional={id: answer for id, answer in calm.items() if id not in first},
        ),
    )
