"""Remember for which locks this machine was set up."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

_INPUTS = (
    "uv.lock",
    "package-lock.json",
    "pyproject.toml",
    "triage_py/pyproject.toml",
    "generator/engine/micropip-requirements.txt",
)


class Stamp:
    """A file that holds the digest of everything the set-up depends on.

    Args:
        root: The project's folder.
        purpose: What the machine was set up for.
    """

    def __init__(self, root: Path, purpose: str) -> None:
        self._file = root / ".cache" / "set-up" / purpose
        digest = hashlib.sha256(f"{root} {sys.version_info[:3]}".encode())
        own = sorted(Path(__file__).parent.glob("*.py"))
        for path in [*(root / name for name in _INPUTS), *own]:
            digest.update(path.read_bytes())
        self._digest = digest.hexdigest()
        self._environment = root / ".venv" / "pyvenv.cfg"

    def is_current(self) -> bool:
        """Whether nothing changed since the last set-up."""
        return (
            self._environment.exists()
            and self._file.exists()
            and self._file.read_text() == self._digest
        )

    def write(self) -> None:
        """Note that the machine is set up."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(self._digest)
