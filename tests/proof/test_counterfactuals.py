"""What an explanation says would change the advice is what the engine would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.proof.random_answers import any_answer, any_answers
from tests.proof.shipped import PROTOCOL
from triage_py import assess, read_answers
from triage_py.counterfactuals import Counterfactuals, Outcome

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.data())
def test_other_answers_have_the_outcome_of_a_whole_assessment(data: DataObject) -> None:
    assessment = assess(PROTOCOL, data.draw(any_answers(PROTOCOL)))
    answered = sorted(assessment.answers)
    if not answered:
        return
    changed = data.draw(st.lists(st.sampled_from(answered), min_size=1, max_size=2, unique=True))
    raw = {id: data.draw(any_answer(PROTOCOL.questions[id])) for id in changed}
    others = read_answers(PROTOCOL, raw)
    answers = assessment.answers
    for id in changed:
        answers = answers.adding(id, others[id])
    whole = assess(PROTOCOL, answers)

    found = Counterfactuals(PROTOCOL, assessment).outcome(others)

    assert found == Outcome(whole.disposition, whole.is_complete)
