"""What the command line does beside answering: one module a command, found by its first word.

A command is a module of this package with a function `run(arguments) -> int`. It is imported only
when it is called, so that none slows the others down.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "diagram": "draw the interview as a flow chart",
    "export": "write the interview or a finished check as HL7 FHIR",
    "lint": "report every problem of a protocol at once",
    "prove": "prove what holds for every set of answers, or show for whom it does not",
    "run": "ask the questions in this terminal",
}
"""Each command with what it does, for the help."""


def run_command(name: str, arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, or 2 on bad input.

    Args:
        name: One of `COMMANDS`.
        arguments: The words after the name.
    """
    code: int = import_module(f"triage_py.commands.{name}").run(arguments)
    return code


def commands_help() -> str:
    """The commands with what they do, one line each."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name.ljust(width)}  {does}" for name, does in COMMANDS.items()]
    return "\n".join(["commands, each with its own --help:", *lines])
