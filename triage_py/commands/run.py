"""`python -m triage_py run PROTOCOL`: the interview in a terminal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from triage_py.errors import TriageError
from triage_py.protocol.reading import load_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSING = 'run needs rich, which is not installed. Run: python -m pip install "triage-py[run]"'
INTERRUPTED = 130
"""What shells give for a program that Ctrl-C has ended."""


def run(arguments: Sequence[str]) -> int:
    """Ask the questions of a protocol and return the exit code.

    Returns:
        0 with a result, 1 where somebody stopped before, 2 on bad input or without rich,
        130 after Ctrl-C.
    """
    parser = argparse.ArgumentParser(
        prog="python -m triage_py run",
        description="Ask the questions of a protocol in this terminal, and say what to do and how "
        "soon. No answer is kept.",
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    parser.add_argument("--emergency-number", metavar="NUMBER", help="such as 999")
    parser.add_argument("--helpline", metavar="NAME", help='such as "NHS 111"')
    given = parser.parse_args(arguments)
    try:
        protocol = load_protocol(given.protocol)
    except TriageError as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 2
    try:
        from triage_py.terminal import Presenter, Stopped, converse, words
    except ImportError as error:
        if (error.name or "").split(".")[0] != "rich":
            raise
        print(MISSING, file=sys.stderr)
        return 2
    numbers = {
        "emergency_number": given.emergency_number or words.EMERGENCY_NUMBER,
        "helpline": given.helpline or words.HELPLINE,
    }
    try:
        converse(protocol, Presenter(protocol, numbers))
    except Stopped:
        print(f"\n{words.STOPPED}")
        return 1
    except KeyboardInterrupt:
        print(f"\n{words.STOPPED}")
        return INTERRUPTED
    return 0
