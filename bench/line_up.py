"""All contenders, each on a server of its own, with the same wheel and the same protocol."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.contenders import Contender, ours, ours_alone, pyscript, usual
from bench.server import Served, served
from generator.site_engine import build_wheel, compile_protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROTOCOL = "content/self-check/protocol.toml"


@dataclass(frozen=True)
class Entry:
    """A contender that is being served."""

    contender: Contender
    server: Served

    @property
    def url(self) -> str:
        """The page that starts it."""
        return self.server.url + self.contender.page


def work_folder(root: Path) -> Path:
    """Where the bench prepares what it measures."""
    folder = root / ".cache" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def contenders(root: Path) -> list[Contender]:
    """Prepare all contenders: ours first.

    Args:
        root: The project's folder, with a built site.
    """
    wheel = build_wheel(root / "triage_py", root / ".cache" / "engine")
    protocol = compile_protocol(str(root / PROTOCOL))
    work = work_folder(root)
    return [
        ours(root / "site", work),
        ours_alone(root / "site", work),
        usual(root, wheel, protocol, work),
        pyscript(root, wheel, protocol, work),
    ]


@contextmanager
def line_up(root: Path) -> Iterator[list[Entry]]:
    """Serve all contenders for a while."""
    with ExitStack() as stack:
        entries = []
        for contender in contenders(root):
            server = stack.enter_context(
                served(
                    contender.folder,
                    root / ".cache" / "compressed",
                    is_kept_for_ever=contender.is_kept_for_ever,
                )
            )
            server.warm_up()
            entries.append(Entry(contender, server))
        yield entries
