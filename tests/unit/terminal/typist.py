"""Somebody at a real (pseudo) terminal: reads what is shown, types lines, presses Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

from tests.unit.triage.test_command_line import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_WAIT = 300
"""Seconds for one answer: machines that run tests are busy."""
PRESSED_AGAIN = 20
"""Seconds after which somebody whose key did nothing presses it again."""
COLUMNS, LINES = 80, 40
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Typist:
    """Runs `python -m triage_py run` in a terminal of its own.

    Args:
        arguments: The words after `run`.
    """

    def __init__(self, *arguments: str | Path) -> None:
        self.shown = ""
        self.raw = ""
        self._read_to = 0
        command = [sys.executable, "-m", "triage_py", "run", *map(str, arguments)]
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            environment.pop(name, None)
        self._terminal, inner = os.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            # Its own terminal, so that Ctrl-C reaches it. No thread is started before.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(inner)

    def sees(self, words: str) -> str:
        """Wait until some words are shown after those seen before; give what came with them."""
        deadline = time.monotonic() + LONGEST_WAIT
        while words not in self.shown[self._read_to :]:
            assert self._reads(deadline), f"{words!r} did not come:\n{self.shown[self._read_to :]}"
        start = self._read_to
        self._read_to = self.shown.index(words, start) + len(words)
        return self.shown[start : self._read_to]

    def types(self, line: str) -> None:
        """Type a line when the prompt is there."""
        self.sees("\n> ")
        os.write(self._terminal, f"{line}\n".encode())

    def presses(self, key: bytes, until: str) -> None:
        """Press a key when the prompt is there, such as Ctrl-C (3) or Ctrl-D (4), until words come.

        Python loses a Ctrl-C that comes between its last look for one and its wait for a line.
        """
        self.sees("\n> ")
        end = time.monotonic() + LONGEST_WAIT
        while self._process.poll() is None and time.monotonic() < end:
            os.write(self._terminal, key)
            again = time.monotonic() + PRESSED_AGAIN
            while until not in self.shown[self._read_to :] and self._reads(again):
                pass
            if until in self.shown[self._read_to :]:
                break
        self.sees(until)

    def leaves(self) -> int:
        """Wait for the end; give the exit code."""
        deadline = time.monotonic() + LONGEST_WAIT
        while self._reads(deadline):
            pass
        os.close(self._terminal)
        return self._process.wait(LONGEST_WAIT)

    def _reads(self, deadline: float) -> bool:
        """Read what is there; False when nothing comes any more."""
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:  # how Linux tells that the other end is closed
            return False
        self.raw += part.decode("utf-8", "replace")
        self.shown = _ESCAPES.sub("", self.raw).replace("\r\n", "\n")
        return bool(part)
