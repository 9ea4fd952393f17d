"""`python -m triage_py export --fhir PROTOCOL`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from tests.unit.fhir_export.forms import items_in
from triage_py.__main__ import main

PLANT = Path(__file__).parents[1] / "triage" / "plant.toml"
ANSWERS = {"danger": ["fire"]}


@pytest.fixture
def answers(tmp_path: Path) -> str:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(ANSWERS), encoding="utf-8")
    return str(path)


def test_the_questionnaire(capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes every time, under a name made from the protocol's id."""
    first = _written(capsys, str(PLANT))
    again = _written(capsys, str(PLANT))

    Questionnaire.model_validate(first)
    assert first == again
    assert first["url"] == "urn:uuid:99962b49-1d50-5f29-ab3f-7f4b5329110a"
    assert "publisher" not in first


def test_what_a_publisher_says_of_it(capsys: pytest.CaptureFixture[str], answers: str) -> None:
    """Address, name, and whom to call. The response names the same address."""
    url = "https://clinic.example/plant"
    filled = ["--url", url, "--fill", "emergency_number=112"]
    questionnaire = _written(capsys, str(PLANT), *filled, "--publisher", "A clinic")
    response = _written(capsys, str(PLANT), *filled, "--answers", answers)
    codes = {
        answer["valueCoding"]["system"]
        for item in items_in(response)
        for answer in item.get("answer", [])
    }

    assert questionnaire["url"] == url
    assert questionnaire["publisher"] == "A clinic"
    assert "Call 112." in str(questionnaire)
    assert response["questionnaire"] == f"{url}|1.2.0"
    assert codes == {f"{url}/codes"}


def test_the_response_of_a_finished_check(capsys: pytest.CaptureFixture[str], answers: str) -> None:
    """With the time that was given, and without one."""
    response = _written(capsys, str(PLANT), "--answers", answers, "--authored", "2026-01-31")

    QuestionnaireResponse.model_validate(response)
    assert response["authored"] == "2026-01-31"
    assert "authored" not in _written(capsys, str(PLANT), "--answers", answers)


def test_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing on standard output."""
    path = tmp_path / "form.json"

    assert main(["export", "--fhir", str(PLANT), "-o", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(path.read_text(encoding="utf-8"))["resourceType"] == "Questionnaire"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--url", "clinic"],
            'export: --url: "clinic" is no absolute address. Begin it with https:// or urn:.',
        ),
        (["--url", "https://clinic.example/a|b"], "is no absolute address"),
        (["--fill", "helpline"], '"helpline" fills nothing. Write --fill name=text'),
        (
            ["--authored", "2026"],
            "a Questionnaire is not authored at one time. Give --answers too.",
        ),
        (["--answers", "nowhere.json"], "nowhere.json: cannot read the answers"),
        (["-o", "."], ".: cannot write the resource"),
    ],
)
def test_bad_input_is_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """It says what is wrong and what to do; exit 2, and nothing is written."""
    assert main(["export", "--fhir", str(PLANT), *words]) == 2
    told = capsys.readouterr()

    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1


def test_answers_of_an_unfinished_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They have no result yet."""
    path = tmp_path / "answers.json"
    path.write_text('{"danger": ["none"]}', encoding="utf-8")

    assert main(["export", "--fhir", str(PLANT), "--answers", str(path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{path}: the check is not finished: plant was not answered.")


def _written(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["export", "--fhir", *words]) == 0
    written: dict[str, Any] = json.loads(capsys.readouterr().out)
    return written
