"""Why this advice, what would change it, and what stayed open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py import assess, explain

if TYPE_CHECKING:
    from triage_py import Change, Protocol


def told(changes: tuple[Change, ...]) -> list[tuple[list[tuple[str, str]], str]]:
    """Changes as question ids with words, and the id of the disposition."""
    return [
        ([(other.question.id, other.text) for other in change.answers], change.disposition.id)
        for change in changes
    ]


def test_each_reason_is_a_sentence_with_its_sources(
    plant: Protocol, well: dict[str, object]
) -> None:
    """The rules that fired, most urgent first."""
    well |= {"danger": ["fire"], "spots": ["holes"]}
    explanation = explain(plant, assess(plant, well))

    assert explanation.because == (
        ("Fire destroys a plant.", ("gardening", "fire")),
        ("Something eats the leaves.", ("gardening",)),
    )


def test_the_default_has_its_own_sentence(plant: Protocol) -> None:
    """First, when no rule is the reason."""
    explanation = explain(plant, assess(plant, {"colour": "yellow", "droop": 5}))

    assert [text for text, _ in explanation.because] == [
        "Nothing shows that the plant is well.",
        "It was not watered.",
    ]


def test_what_would_raise_the_advice(plant: Protocol, well: dict[str, object]) -> None:
    """One other answer each, and for each question the one that raises it least."""
    well |= {"spots": ["holes"], "days": 30}
    explanation = explain(plant, assess(plant, well))

    assert told(explanation.raises) == [
        ([("droop", "8 or more")], "urgent"),
        ([("danger", "It burns")], "emergency"),
    ]


def test_a_change_reads_as_one_plain_sentence(plant: Protocol, well: dict[str, object]) -> None:
    """With or without an option, or with a number and all beyond it."""
    found = explain(plant, assess(plant, well | {"spots": ["holes"], "days": 30}))

    assert [change.sentence(plant) for change in found.raises] == [
        "With 8 or more for “How much does it droop?”, it would be “Act today”.",
        "With “It burns”, it would be “Act now”.",
    ]


def test_a_fact_that_cannot_change_is_not_told(plant: Protocol, well: dict[str, object]) -> None:
    """Another plant would change the advice, but it is this plant."""
    explanation = explain(plant, assess(plant, {**well, "plant": "orchid"}))

    questions = [id for answers, _ in told(explanation.raises) for id, _ in answers]
    assert questions
    assert "plant" not in questions


def test_what_would_lower_the_advice(plant: Protocol, well: dict[str, object]) -> None:
    """The fewest other answers that are enough."""
    well |= {"spots": ["holes"]}
    explanation = explain(plant, assess(plant, well))

    assert told(explanation.lowers) == [([("spots", "Nothing")], "self_care")]
    assert explanation.lowers[0].sentence(plant) == ("Without “Holes”, it would be “Water it”.")


def test_two_changes_where_one_is_not_enough(plant: Protocol, well: dict[str, object]) -> None:
    """Together they lead to less urgent advice, and the questions differ."""
    well |= {"spots": ["holes"], "height": 3}
    explanation = explain(plant, assess(plant, well))

    assert [("spots", "Nothing"), ("height", "2 metres")] in [
        answers for answers, _ in told(explanation.lowers)
    ]
    assert all(len(change.answers) == 2 for change in explanation.lowers)


def test_nothing_is_said_of_lowering_an_emergency(plant: Protocol) -> None:
    """The sign was there."""
    assert explain(plant, assess(plant, {"danger": ["fire"]})).lowers == ()


def test_nothing_is_said_of_lowering_while_questions_are_open(
    plant: Protocol, well: dict[str, object]
) -> None:
    """What was not asked could raise it again."""
    del well["days"]

    assert explain(plant, assess(plant, {**well, "spots": ["holes"]})).lowers == ()


def test_changes_lead_where_they_say(plant: Protocol, well: dict[str, object]) -> None:
    """Each told change, tried out, gives the disposition that was told."""
    well |= {"colour": "yellow", "droop": 5}
    found = assess(plant, well)
    explanation = explain(plant, found)

    assert explanation.raises
    assert explanation.lowers
    for change in (*explanation.raises, *explanation.lowers):
        changed = found.answers
        for other in change.answers:
            changed = changed.adding(other.question.id, other.value)
        assert assess(plant, changed).disposition == change.disposition


def test_what_was_left_unsure_and_unanswered(plant: Protocol) -> None:
    """Only questions that apply."""
    explanation = explain(
        plant, assess(plant, {"danger": ["unsure"], "plant": "cactus", "colour": "unsure"})
    )

    assert [question.id for question in explanation.unsure] == ["danger", "colour"]
    assert [question.id for question in explanation.unanswered] == [
        "spots",
        "days",
        "droop",
        "height",
    ]
    assert [rule.id for rule in explanation.could_still_raise] == ["fire", "flood"]
