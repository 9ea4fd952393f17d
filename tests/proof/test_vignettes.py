"""What the rules say to people whose disposition was decided before the rules were run.

Run with `-s` to read the confusion matrix and every disagreement.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from macros.vignettes import Results, Verdict, Vignette, judge, problems_of, read_vignettes
from triage_py import Disposition, Protocol, load_protocol

CONTENT = Path(__file__).parents[2] / "content"
FEWEST_OF_EACH = 15
FEWEST_IN_ALL = 80
EXACT_SHARE = 0.90


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return load_protocol(CONTENT / "self-check" / "protocol.toml")


@pytest.fixture(scope="module")
def vignettes() -> tuple[Vignette, ...]:
    return read_vignettes(CONTENT / "self-check" / "vignettes")


@pytest.fixture(scope="module")
def citable() -> set[str]:
    """Ids of every claim and source of the evidence register."""
    ids: set[str] = set()
    for path in (CONTENT / "evidence").glob("*.toml"):
        register = tomllib.loads(path.read_text(encoding="utf-8"))
        ids |= register.get("claims", {}).keys() | register.get("sources", {}).keys()
    return ids


@pytest.fixture(scope="module")
def results(protocol: Protocol, vignettes: tuple[Vignette, ...]) -> Results:
    found = judge(protocol, vignettes)
    above, below, count = found.too_high, found.too_low, len(found.verdicts)
    print(f"\n{confusion_matrix(found)}")
    print(f"exact {found.exact} of {count}", end="; ")
    print(f"over-triage {len(above) / count:.1%}", end="; ")
    print(f"under-triage {len(below) / count:.1%}")
    print("\n".join(str(verdict) for verdict in below + above))
    return found


@pytest.fixture(scope="module")
def verdicts(results: Results) -> tuple[Verdict, ...]:
    return results.verdicts


def test_every_vignette_answers_every_question_and_cites_the_register(
    protocol: Protocol, vignettes: tuple[Vignette, ...], citable: set[str]
) -> None:
    problems = [line for each in vignettes for line in problems_of(each, protocol, citable)]
    assert not problems, "\n" + "\n".join(problems)


def test_names_are_unique(vignettes: tuple[Vignette, ...]) -> None:
    names = [vignette.name for vignette in vignettes]
    assert len(names) == len(set(names))


def test_there_are_enough_of_each_disposition(vignettes: tuple[Vignette, ...]) -> None:
    assert len(vignettes) >= FEWEST_IN_ALL
    for level in Disposition:
        count = sum(vignette.expected == level for vignette in vignettes)
        assert count >= FEWEST_OF_EACH, f"only {count} vignettes expect {level.id}"


def test_no_emergency_or_urgent_case_comes_out_below_its_level(
    verdicts: tuple[Verdict, ...],
) -> None:
    missed = [
        str(verdict)
        for verdict in verdicts
        if verdict.levels_off < 0 and verdict.vignette.expected >= Disposition.URGENT
    ]
    assert not missed, "\n" + "\n".join(missed)


def test_nine_in_ten_come_out_exactly(verdicts: tuple[Verdict, ...]) -> None:
    exact = sum(verdict.levels_off == 0 for verdict in verdicts)
    assert exact >= EXACT_SHARE * len(verdicts), f"{exact} of {len(verdicts)}"


@pytest.mark.parametrize(
    ("change", "expected_words"),
    [
        ({"ages": "adult"}, '"ages"'),
        ({"age": "adlt"}, '"adlt"'),
        ({"days": 9999}, "days: the number 9999"),
        ({"age": None}, '"age" is not answered'),
        ({"pregnancy-signs": ["none"]}, '"pregnancy-signs" is answered but would not be asked'),
    ],
)
def test_a_mistake_in_an_answer_is_told_with_file_and_name(
    protocol: Protocol,
    vignettes: tuple[Vignette, ...],
    citable: set[str],
    change: dict[str, object],
    expected_words: str,
) -> None:
    sound = next(each for each in vignettes if "pregnancy-signs" not in each.answers)
    answers = {
        key: value for key, value in {**sound.answers, **change}.items() if value is not None
    }
    problems = problems_of(replace(sound, answers=answers), protocol, citable)
    assert any(
        line.startswith(f"{sound.file}: {sound.name}: ") and expected_words in line
        for line in problems
    ), problems


def test_an_unknown_source_is_told_with_file_and_name(
    protocol: Protocol, vignettes: tuple[Vignette, ...], citable: set[str]
) -> None:
    strange = replace(vignettes[0], sources=("no-such-claim",))
    (problem,) = problems_of(strange, protocol, citable)
    assert problem.startswith(f"{strange.file}: {strange.name}: ")
    assert 'no source "no-such-claim" in content/evidence/' in problem


def test_a_vignette_without_its_story_is_told_with_file_and_name(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text('[[vignette]]\nname = "Nobody"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.toml: Nobody: .*story"):
        read_vignettes(tmp_path)


def test_a_disagreement_says_why_and_nobody_else_does(verdicts: tuple[Verdict, ...]) -> None:
    """Readers see each case where the rules say otherwise, with the reason."""
    for verdict in verdicts:
        assert bool(verdict.vignette.why_differs) == (verdict.levels_off != 0), str(verdict)


def confusion_matrix(results: Results) -> str:
    """A table: one row for each disposition expected, one column for each that came out."""
    levels = sorted(Disposition, reverse=True)
    lines = [" ".join(["expected \\ got".ljust(16), *(level.id.rjust(10) for level in levels)])]
    for row in levels:
        cells = [str(results.count(row, column)).rjust(10) for column in levels]
        lines.append(" ".join([row.id.ljust(16), *cells]))
    return "\n".join(lines)
