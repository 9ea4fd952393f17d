"""Problems are told where they are, one line each, with what to do."""

from __future__ import annotations

import pytest

import triage_py
from triage_py import Problem, TriageError
from triage_py.errors import did_you_mean


def test_a_problem_names_file_line_key_mistake_and_remedy() -> None:
    """In this order, as far as they are known."""
    problem = Problem("rules.fire.when", "it is wrong.", "Mend it.", line=7)

    assert problem.text("a.toml") == "a.toml:7: rules.fire.when: it is wrong. Mend it."
    assert Problem("", "it is wrong.", "Mend it.").text("a.toml") == "a.toml: it is wrong. Mend it."


def test_one_problem_is_not_counted() -> None:
    """Several are."""
    one = Problem("a", "b.", "C.")

    assert str(TriageError([one], "f")) == "f: a: b. C."
    assert str(TriageError([one, one], "f")).splitlines() == [
        "f: a: b. C. (1 of 2 problems)",
        "f: a: b. C. (2 of 2 problems)",
    ]


@pytest.mark.parametrize("kind", ["ProtocolError", "AnswersError", "MessageError"])
def test_every_error_is_a_triage_error(kind: str) -> None:
    """So that one `except` is enough."""
    assert issubclass(getattr(triage_py, kind), TriageError)


@pytest.mark.parametrize(
    ("word", "known", "sentence"),
    [
        ("colr", ["colour", "plant"], 'Did you mean "colour"?'),
        ("zzz", ["colour", "plant"], 'Known: "colour", "plant".'),
        ("zzz", [], "None is defined."),
        ("zzz", list("abcdefghij"), 'Known: "a", "b", "c", "d", "e", "f", "g", "h" and more.'),
    ],
)
def test_the_nearest_known_word_is_named(word: str, known: list[str], sentence: str) -> None:
    """Or all of them, where there are few."""
    assert did_you_mean(word, known) == sentence


def test_everything_public_is_there() -> None:
    """Each name of `__all__` can be imported, in alphabetical order."""
    assert all(hasattr(triage_py, name) for name in triage_py.__all__)
    assert triage_py.__all__ == sorted(
        triage_py.__all__, key=lambda name: (name[0].islower(), name)
    )
