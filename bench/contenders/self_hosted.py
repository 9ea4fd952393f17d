"""What the usual ways serve: the runtime's own files, micropip, and the wheel that ours is made from."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

RUNTIME_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
PARTS = {
    "pyodide.asm.wasm": "runtime",
    "pyodide.asm.mjs": "glue",
    "pyodide.mjs": "glue",
    "python_stdlib.zip": "standard library",
    LOCK: "lock of all packages",
}


def put_runtime(folder: Path, root: Path) -> None:
    """Put the runtime as its makers publish it into a folder, with micropip beside it.

    Their lock stays whole. It names micropip as they built it; ours comes from the package index, is the
    same version, and has another digest.

    Args:
        folder: Where to; it is made.
        root: The project's folder.
    """
    folder.mkdir(parents=True)
    runtime = root / "node_modules" / "pyodide"
    for name in RUNTIME_FILES:
        shutil.copyfile(runtime / name, folder / name)
    lock = json.loads((runtime / LOCK).read_text(encoding="utf-8"))
    entry = lock["packages"]["micropip"]
    wheel = folder / entry["file_name"]
    _pack(root / ".cache" / "micropip", wheel)
    entry["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / LOCK).write_text(json.dumps(lock, separators=(",", ":")), encoding="utf-8")


def put_wheel(folder: Path, wheel: Path, protocol: bytes) -> None:
    """Put the wheel and the protocol beside the page."""
    shutil.copyfile(wheel, folder / wheel.name)
    (folder / "protocol.json").write_bytes(protocol)


def part_of(path: str) -> str:
    """What the table calls a path."""
    name = path.rpartition("/")[2]
    if name.startswith("micropip"):
        return "micropip"
    if path.startswith("pyscript/"):
        return "pyscript"
    if name.startswith("triage_py") or name == "protocol.json":
        return "package and protocol"
    return PARTS.get(name, "page")


def is_kept(path: str) -> bool:
    """All but the page: as a careful host would have it."""
    return bool(path) and not path.endswith(".html")


def _pack(installed: Path, wheel: Path) -> None:
    """Make a wheel again of what was installed from it."""
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(installed.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                archive.write(path, path.relative_to(installed))
