"""The tools that build the engine: Node, the runtime's npm package and micropip."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.engine.errors import EngineError

LONGEST_STEP = 300
"""Seconds that a script may take: a step takes about 5, so a longer one hangs."""

_RUNTIME = "node_modules/pyodide"
_REMEDY = 'run "make site", which installs it'


@dataclass(frozen=True)
class NodeTools:
    """Where the tools stand. They are looked for only when something must be built.

    Attributes:
        node: The Node program.
        runtime: The folder of the npm package that holds the Python runtime.
        micropip: A folder into which micropip is installed.
        package_lock: The npm lock, which pins the runtime.
    """

    node: Path
    runtime: Path
    micropip: Path
    package_lock: Path

    @classmethod
    def of(cls, root: Path) -> NodeTools:
        """Name the tools of a checkout.

        Node is the one of the running Python environment, or else the one on the path.

        Args:
            root: The folder that holds `package-lock.json`.
        """
        beside_python = Path(sys.executable).with_name("node")
        on_path = shutil.which("node")
        node = beside_python if beside_python.exists() or on_path is None else Path(on_path)
        return cls(
            node=node,
            runtime=root / _RUNTIME,
            micropip=root / ".cache" / "micropip",
            package_lock=root / "package-lock.json",
        )

    def pinned_runtime(self) -> str:
        """Say which runtime the lock pins: its version and digest. Needs no tool installed.

        Raises:
            EngineError: The lock is missing or names no runtime.
        """
        try:
            lock = json.loads(self.package_lock.read_text(encoding="utf-8"))
            package = lock["packages"][_RUNTIME]
            return f"{package['version']} {package['integrity']}"
        except (OSError, ValueError, KeyError) as problem:
            message = (
                f"{self.package_lock}: does not name the Python runtime ({problem!r}).\n"
                '  Restore the file from version control, or run "npm install --save-exact pyodide".'
            )
            raise EngineError(message) from problem

    def run(self, script: Path, order: object) -> str:
        """Run a build script in Node.

        Args:
            script: The script.
            order: What it shall do; it gets this as JSON.

        Returns:
            What the script printed.

        Raises:
            EngineError: A tool is missing, or the script failed.
        """
        self._check()
        command = [str(self.node), str(script), json.dumps(order)]
        try:
            finished = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=LONGEST_STEP
            )
        except subprocess.TimeoutExpired as problem:
            message = f"{script}: this step of the engine took over {LONGEST_STEP} s. Run it again."
            raise EngineError(message) from problem
        if finished.returncode:
            message = f"{script}: this step of the engine failed.\n  {_last_words(finished)}"
            raise EngineError(message)
        return finished.stdout

    def _check(self) -> None:
        """Name every tool that is missing, in one line each."""
        needed = {
            "Node": self.node,
            "the Python runtime": self.runtime / "pyodide.mjs",
            "micropip": self.micropip / "micropip" / "__init__.py",
        }
        missing = [
            f"{path}: {tool} is missing; {_REMEDY}."
            for tool, path in needed.items()
            if not path.exists()
        ]
        if missing:
            raise EngineError("\n".join(missing))


def _last_words(finished: subprocess.CompletedProcess[str]) -> str:
    """Pick what a failed script said, which may stand after pages of warnings."""
    lines = (finished.stderr or finished.stdout or "It said nothing.").strip().splitlines()
    return "\n  ".join(line[:300] for line in lines[-8:])
