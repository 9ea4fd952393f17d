"""Whatever is answered, the interview ends, and ends in exactly one disposition."""

from __future__ import annotations

from hypothesis import given, settings

from triage_py import Ask, Disposition, Finished, Protocol, next_step

from .answer_space import Sheet
from .counterexample import told
from .damage import with_a_screen_for_each_question, with_ungated_rule, without_screen
from .encoding import Reading
from .logic import Search, at_least, at_most, both, either, negate
from .random_answers import any_answers
from .shipped import GATED, PROTOCOL

FEWEST_SCREENS, MOST_SCREENS = 8, 12
"""How long a person's way to self-care may be."""


def without_one_disposition(protocol: Protocol) -> str | None:
    """Answers that end in no disposition or in two, or leave a rule undecided when all is said."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    levels = [reading.is_at(level) for level in Disposition]
    all_said = both(
        reading.is_complete, *(negate(sheet.unsure(question)) for question in protocol.questions)
    )
    undecided = either(*(truth.unknown for truth in reading.rules.values()))
    wrong = either(
        negate(both(at_least(1, levels), at_most(1, levels))),
        both(all_said, undecided),
    )
    model = Search(sheet.is_possible, wrong).find()
    claim = "Everything was answered, and yet a rule is neither true nor false."
    return None if model is None else told(protocol, claim, sheet.read(model))


def ended_too_early(protocol: Protocol) -> str | None:
    """Answers that end the interview without urgent advice while a question was never asked."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    wrong = both(reading.is_finished, negate(reading.is_settled), negate(reading.is_complete))
    model = Search(sheet.is_possible, wrong).find()
    claim = "Nothing is left to ask, and yet a question that applies was never asked."
    return None if model is None else told(protocol, claim, sheet.read(model))


def too_short_or_too_long(protocol: Protocol) -> str | None:
    """A way to self-care that is shorter or longer than it may be."""
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    shown = [either(*(reading.asked[q.id] for q in s.questions)) for s in protocol.screens]
    fitting = both(at_least(FEWEST_SCREENS, shown), at_most(MOST_SCREENS, shown))
    way = [sheet.is_possible, reading.is_complete, reading.is_at(Disposition.SELF_CARE)]
    model = Search(*way, negate(fitting)).find()
    claim = f"The way to self-care is not {FEWEST_SCREENS} to {MOST_SCREENS} screens long."
    return None if model is None else told(protocol, claim, sheet.read(model))


def asked_again(protocol: Protocol) -> str | None:
    """A screen that comes back after everything on it, and before it, was answered."""
    sheet = Sheet(protocol)
    whole = Reading(protocol, sheet)
    done: set[str] = set()
    for screen in protocol.screens:
        done.add(screen.id)
        so_far = Reading(protocol, sheet.keeping(lambda question: question.screen in done))
        waiting = either(*(so_far.is_waiting(s) for s in protocol.screens if s.id in done))
        model = Search(sheet.is_possible, whole.is_complete, waiting).find()
        if model is not None:
            claim = f"A screen comes back, at the latest after {screen.id}."
            return told(protocol, claim, sheet.read(model))
    return None


def test_every_answering_ends_in_exactly_one_disposition() -> None:
    """Total: no answers without advice, none with two; all answered means all decided."""
    counterexample = without_one_disposition(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_rule_that_can_stay_undecided_for_ever_is_found() -> None:
    """The proof above fails on a rule that reads a question not everybody is asked."""
    assert without_one_disposition(with_ungated_rule(PROTOCOL, GATED[0]))


def test_an_interview_ends_early_only_for_urgent_advice() -> None:
    """Self-care and "soon" are told when everything that applies was asked."""
    counterexample = ended_too_early(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_screen_that_is_never_shown_is_found() -> None:
    """The proof above fails when a screen is lost, whichever it is."""
    passed = [s.id for s in PROTOCOL.screens if not ended_too_early(without_screen(PROTOCOL, s))]

    assert passed == []


def test_the_way_to_self_care_takes_8_to_12_screens() -> None:
    """Long enough to rule out what matters, short enough to be finished."""
    counterexample = too_short_or_too_long(PROTOCOL)

    assert counterexample is None, counterexample


def test_a_questionnaire_that_is_too_long_or_too_short_is_found() -> None:
    """The proof above fails with one question a screen, and with a few screens only."""
    assert too_short_or_too_long(with_a_screen_for_each_question(PROTOCOL))
    short = PROTOCOL
    for screen in PROTOCOL.screens[FEWEST_SCREENS - 1 :]:
        short = without_screen(short, screen)
    assert too_short_or_too_long(short)


def test_no_screen_comes_back() -> None:
    """So an interview has at most as many screens as the protocol."""
    counterexample = asked_again(PROTOCOL)

    assert counterexample is None, counterexample


@settings(max_examples=150, deadline=None)
@given(raw=any_answers(PROTOCOL))
def test_every_step_of_the_engine_leads_nearer_to_the_end(raw: dict[str, object]) -> None:
    """Answering the screens one by one, none is shown twice and the end is reached."""
    said: dict[str, object] = {}
    shown: list[str] = []
    step = next_step(PROTOCOL, said)
    while isinstance(step, Ask):
        shown.append(step.screen.id)
        assert len(set(shown)) == len(shown), "a screen came back"
        for question in step.questions:
            calm = question.options[0].id if question.options else question.minimum
            said[question.id] = raw.get(question.id, ["none"] if question.none_text else calm)
        assert step.screens_left >= 1
        step = next_step(PROTOCOL, said)

    assert isinstance(step, Finished)
    assert len(shown) <= len(PROTOCOL.screens)
