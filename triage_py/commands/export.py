"""`python -m triage_py export --fhir PROTOCOL`: the interview, or a finished check, as HL7 FHIR R4."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from triage_py.answers import read_answers
from triage_py.commands.answers_file import read_answers_file
from triage_py.errors import MessageError, Problem, TriageError
from triage_py.export.fhir.default_names import names_of
from triage_py.export.fhir.items import FhirForm
from triage_py.export.fhir.questionnaire import fhir_questionnaire
from triage_py.export.fhir.response import fhir_response
from triage_py.protocol.reading import load_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage_py.export.fhir.items import Resource
    from triage_py.export.fhir.names import FhirNames
    from triage_py.protocol import Protocol


def run(arguments: Sequence[str]) -> int:
    """Write a resource and return the exit code: 0, or 2 on bad input."""
    given = _parser().parse_args(arguments)
    try:
        resource = _resource(given)
    except TriageError as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 2
    text = json.dumps(resource, indent=2, ensure_ascii=False) + "\n"
    if given.output is None:
        print(text, end="")
        return 0
    try:
        given.output.write_text(text, encoding="utf-8")
    except OSError as error:
        print(
            f"{given.output}: cannot write the resource: {error.strerror}. Check the folder.",
            file=sys.stderr,
        )
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m triage_py export",
        description="Write the interview of a protocol, or a finished check, as HL7 FHIR R4.",
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    parser.add_argument("--fhir", action="store_true", required=True, help="as FHIR R4, in JSON")
    parser.add_argument(
        "--answers",
        metavar="FILE",
        help="write the QuestionnaireResponse of these answers, JSON, or - for standard input; "
        "without it the Questionnaire is written",
    )
    parser.add_argument("--authored", metavar="WHEN", default="", help="when it was answered")
    parser.add_argument(
        "--url",
        default="",
        help="the Questionnaire's address; made from the protocol's id if not said",
    )
    parser.add_argument("--publisher", default="", metavar="NAME", help="who publishes it")
    parser.add_argument(
        "--fill",
        action="append",
        default=[],
        metavar="NAME=TEXT",
        help="what stands for {NAME} in the protocol's texts; can be given more than once",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to this file")
    return parser


def _resource(given: argparse.Namespace) -> Resource:
    protocol = load_protocol(given.protocol)
    form = FhirForm(protocol, _names(protocol, given.url), _filling(given.fill))
    if given.answers is None:
        if given.authored:
            what = "a Questionnaire is not authored at one time."
            raise MessageError([Problem("--authored", what, "Give --answers too.")], "export")
        return fhir_questionnaire(form, publisher=given.publisher)
    raw, name = read_answers_file(given.answers)
    answers = read_answers(protocol, raw, name)
    return fhir_response(form, answers, authored=given.authored, file=name)


def _names(protocol: Protocol, url: str) -> FhirNames:
    try:
        return names_of(protocol, url)
    except MessageError as error:
        (problem, *_) = error.problems
        raise MessageError([Problem("--url", problem.what, problem.remedy)], "export") from error


def _filling(pairs: Sequence[str]) -> dict[str, str]:
    filling = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not (name and equals and text):
            remedy = "Write --fill name=text, as in --fill helpline=111."
            raise MessageError(
                [Problem("--fill", f'"{pair[:60]}" fills nothing.', remedy)], "export"
            )
        filling[name] = text
    return filling
