"""Make a browser's pages slow: their processes get only a part of the time.

The browser's own emulation slows the main thread of a page alone. That would spare what works in a
worker, so it would not be fair. Here the whole process of a page stops and goes.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PERIOD = 0.02
"""Seconds from go to go."""
LOOK_EVERY = 0.1
"""Seconds between looks for new processes."""


@contextmanager
def slowed(profile: str, times: float) -> Iterator[None]:
    """Slow the pages of a browser.

    Args:
        profile: The browser's profile folder, which tells its processes from all others.
        times: How many times slower.
    """
    stopping = threading.Event()
    thread = threading.Thread(target=_stop_and_go, args=(profile, times, stopping))
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def _stop_and_go(profile: str, times: float, stopping: threading.Event) -> None:
    pages: list[int] = []
    looked = 0.0
    while not stopping.is_set():
        if time.monotonic() - looked > LOOK_EVERY:
            pages, looked = _pages_of(profile), time.monotonic()
        _tell(pages, signal.SIGSTOP)
        time.sleep(PERIOD * (1 - 1 / times))
        _tell(pages, signal.SIGCONT)
        time.sleep(PERIOD / times)


def _tell(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        try:
            os.kill(process, what)
        except ProcessLookupError:
            continue


def _pages_of(profile: str) -> list[int]:
    """The processes of pages of the browser with this profile."""
    commands = {}
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().decode(errors="replace")
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        commands[int(folder.name)], parents[int(folder.name)] = command, parent
    browsers = {id for id, command in commands.items() if profile in command}
    return [
        id
        for id, command in commands.items()
        if "--type=renderer" in command and _ancestors(id, parents) & browsers
    ]


def _ancestors(process: int, parents: dict[int, int]) -> set[int]:
    found: set[int] = set()
    while process and process not in found:
        found.add(process)
        process = parents.get(process, 0)
    return found
