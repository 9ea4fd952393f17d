"""The triage on the command line: JSON in, JSON out, exit 2 with a clear message on bad input.

A first word that is the name of a command, such as `diagram`, runs that command instead.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage_py.answers import read_answers
from triage_py.assessment import assess
from triage_py.commands import COMMANDS, commands_help, run_command
from triage_py.commands.answers_file import read_answers_file
from triage_py.errors import TriageError
from triage_py.messages import describe_result
from triage_py.protocol.reading import load_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage_py.protocol.questionnaire import Question
    from triage_py.protocol.rules import Protocol


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, or 2 on bad input."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        _speak_utf8()
        return run_command(words[0], words[1:])
    parser = argparse.ArgumentParser(
        prog="python -m triage_py",
        description="Say what to do and how soon, given a protocol and answers.",
        epilog=commands_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--answers", metavar="FILE", help="answers as JSON, or - for standard input")
    task.add_argument("--questions", action="store_true", help="print the questionnaire as JSON")
    given = parser.parse_args(words)
    _speak_utf8()
    try:
        protocol = load_protocol(given.protocol)
        shown = questionnaire(protocol) if given.questions else triage(protocol, given.answers)
    except TriageError as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 2
    print(json.dumps(shown, indent=2, ensure_ascii=False))
    return 0


def triage(protocol: Protocol, file: str) -> dict[str, Any]:
    """Assess the answers in a file, or on standard input for `-`.

    Raises:
        TriageError: The file cannot be read, is not JSON, or does not fit the questionnaire.
    """
    raw, name = read_answers_file(file)
    return describe_result(protocol, assess(protocol, read_answers(protocol, raw, name)))


def questionnaire(protocol: Protocol) -> dict[str, Any]:
    """The questions with their ids, texts, kinds and options, for a program to fill in."""
    return {
        "protocol": {
            "id": protocol.id,
            "title": protocol.title,
            "version": protocol.version,
            "language": protocol.language,
        },
        "questions": [_question(question) for question in protocol.questions.values()],
    }


def _question(question: Question) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": question.id,
        "screen": question.screen,
        "kind": question.kind,
        "text": question.text,
        "hint": question.hint,
        "why": question.why,
        "always_asked": question.ask_when is None,
    }
    if question.is_numeric:
        shown |= {"minimum": question.minimum, "maximum": question.maximum, "unit": question.unit}
    shown["options"] = [
        {"id": option.id, "text": option.text, "hint": option.hint, "group": option.group}
        for option in question.choices
    ]
    return shown


def _speak_utf8() -> None:
    """JSON is UTF-8, whatever the terminal is set to."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict")


if __name__ == "__main__":
    sys.exit(main())
