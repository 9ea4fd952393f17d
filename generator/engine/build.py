"""Build the engine, or take it from the cache."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine.bundle import MANIFEST, EngineBundle, EngineFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.engine.node_tools import NodeTools

ENTRY = "triage_py.messages"
"""The module that answers messages."""

_HERE = Path(__file__).parent
_KEPT_MODULES = _HERE / "kept-modules.txt"
_LEFT_OUT_MODULES = _HERE / "left-out-modules.txt"
_SOURCES = ("*.py", "*.txt", "node/*.mjs", "inside_pyodide/*.py", "lean_library/**/*.py")
_LOCK = "pyodide-lock.json"
_PROTOCOL = "protocol.json"
_ROLES = {
    "pyodide.mjs": "loader",
    "pyodide.asm.mjs": "glue",
    "pyodide.asm.wasm": "wasm",
    "python_stdlib.zip": "standard-library",
    _LOCK: "lock",
}


def build_engine(wheel: Path, protocol: bytes, cache: Path, tools: NodeTools) -> EngineBundle:
    """Build the engine: everything that a browser needs to run the self-check offline.

    What comes out depends on what goes in alone: same wheel, same protocol and same tools give the
    same bytes on every machine. It is built once; a second call takes milliseconds and needs no
    tool. A bundle is handed out only after whole interviews were held with it.

    Args:
        wheel: The wheel of the triage package, pure Python and without dependencies.
        protocol: The compiled protocol, as JSON.
        cache: A folder to build in and to keep results in; it is made.
        tools: The tools that build.

    Raises:
        EngineError: A tool is missing or failed. The cache is then as it was.
    """
    runtime_key = _digest(tools.pinned_runtime().encode(), wheel.read_bytes(), *_own_sources())
    runtime = cache / f"runtime-{runtime_key}"
    if not runtime.exists():
        with _finished_or_nothing(runtime) as out:
            _build_runtime(wheel, out, tools)

    bundle = cache / f"bundle-{_digest(runtime_key.encode(), protocol)}"
    if not bundle.exists():
        with _finished_or_nothing(bundle) as out:
            _build_bundle(runtime, protocol, out, tools)
    found = {path.name: path for folder in (runtime, bundle) for path in folder.iterdir()}
    return EngineBundle.read(bundle, found)


def _build_runtime(wheel: Path, out: Path, tools: NodeTools) -> None:
    """Build all that does not depend on the protocol, so that editing it stays quick."""
    order = {
        "runtime": str(tools.runtime.resolve()),
        "micropip": str(tools.micropip.resolve()),
        "wheel": str(wheel.resolve()),
        "entry": ENTRY,
        "kept": _listed(_KEPT_MODULES),
        "left_out": _listed(_LEFT_OUT_MODULES),
        "out": str(out.resolve()),
    }
    tools.run(_HERE / "node" / "build-runtime.mjs", order)


def _build_bundle(runtime: Path, protocol: bytes, out: Path, tools: NodeTools) -> None:
    """Add the protocol, check the whole in Node, and write the manifest."""
    (out / _PROTOCOL).write_bytes(protocol)
    packages = json.loads((runtime / _LOCK).read_bytes())["packages"]
    (wheel,) = (package["file_name"] for package in packages.values())
    order = {
        "folder": str(runtime.resolve()),
        "wheel": wheel,
        "protocol": str((out / _PROTOCOL).resolve()),
    }
    tools.run(_HERE / "node" / "check-bundle.mjs", order)

    files = [EngineFile.read(path, _ROLES.get(path.name, "package")) for path in runtime.iterdir()]
    files.append(EngineFile.read(out / _PROTOCOL, "protocol"))
    # The largest file first: it decides how long the start takes.
    files.sort(key=lambda file: (-file.bytes, file.name))
    (out / MANIFEST).write_bytes(EngineBundle.of(tuple(files), ENTRY).manifest)


def _listed(file: Path) -> list[str]:
    """The names in a list, without its remarks."""
    names = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [name for name in names if name]


@contextmanager
def _finished_or_nothing(target: Path) -> Iterator[Path]:
    """Give a folder to build in, which becomes the target only when all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=target.parent))
    unfinished.chmod(0o755)
    try:
        yield unfinished
        try:
            os.replace(unfinished, target)
        except OSError:
            if not target.exists():  # another build may have been faster: its result is the same
                raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _own_sources() -> list[bytes]:
    """Read the scripts and settings of this folder: a change in them is a change of the engine."""
    return [path.read_bytes() for pattern in _SOURCES for path in sorted(_HERE.glob(pattern))]


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()[:16]
