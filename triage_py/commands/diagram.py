"""`python -m triage_py diagram PROTOCOL`: the interview as a flow chart, as SVG or Mermaid."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from triage_py.errors import TriageError
from triage_py.export.drawing import flow_svg
from triage_py.export.flow import interview_flow
from triage_py.export.mermaid import flow_mermaid
from triage_py.protocol.reading import load_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMATS = {"svg": flow_svg, "mermaid": flow_mermaid}


def run(arguments: Sequence[str]) -> int:
    """Draw a protocol and return the exit code: 0, or 2 on bad input."""
    parser = argparse.ArgumentParser(
        prog="python -m triage_py diagram",
        description="Draw the interview of a protocol as a flow chart.",
    )
    parser.add_argument("protocol", type=Path, help="the protocol, a TOML file")
    parser.add_argument("--format", choices=sorted(FORMATS), default="svg", help="svg if not said")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to this file")
    given = parser.parse_args(arguments)
    try:
        drawn = FORMATS[given.format](interview_flow(load_protocol(given.protocol)))
    except TriageError as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 2
    if given.output is None:
        print(drawn, end="")
        return 0
    try:
        given.output.write_text(drawn, encoding="utf-8")
    except OSError as error:
        print(
            f"{given.output}: cannot write the diagram: {error.strerror}. Check the folder.",
            file=sys.stderr,
        )
        return 2
    return 0
