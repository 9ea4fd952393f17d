"""Turn a pure-Python wheel into bytecode, and freeze a lock that holds nothing else.

Runs inside Pyodide, with micropip at hand.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import zipfile
from typing import TYPE_CHECKING

from module_code import compile_module, stored_zip
from needed_modules import needed_files
from plain_classes import with_plain_classes

if TYPE_CHECKING:
    from pathlib import Path

_AS_WRITTEN = 0
_OF_COMMANDS = (".dist-info/entry_points.txt", "/py.typed")
"""What only a command line or a type checker reads."""


def compile_wheel(wheel: Path, into: Path, entry: str) -> Path:
    """Compile a wheel's modules, so that no browser has to, and leave out those it never imports.

    Args:
        wheel: The wheel, `<name>-<version>-py3-none-any.whl`.
        into: The folder for the new wheel.
        entry: The module that answers messages. What it can never import is left out.

    Returns:
        The new wheel, whose name says that it is for this Python alone.
    """
    python_tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    name, version, *_ = wheel.name.split("-")
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(wheel) as archive:
        sources = {path: archive.read(path) for path in archive.namelist() if path.endswith(".py")}
        needed = needed_files(sources, entry)
        for path in archive.namelist():
            content = archive.read(path)
            if path in sources:
                if path not in needed:
                    continue
                installed = _installed_path(path)
                tree = with_plain_classes(content.decode(), installed)
                files[f"{path}c"] = compile_module(content, installed, _AS_WRITTEN, tree)
            elif path.endswith(".dist-info/WHEEL"):
                files[path] = content.replace(
                    b"Tag: py3-none-any", f"Tag: {python_tag}-none-any".encode()
                )
            elif path.endswith(".dist-info/METADATA"):
                headers, _, _ = content.partition(b"\n\n")  # what follows is the README
                files[path] = headers + b"\n"
            elif not path.endswith((".dist-info/RECORD", *_OF_COMMANDS, "/")):
                files[path] = content
    record = f"{name}-{version}.dist-info/RECORD"
    files[record] = _record(files, record).encode()
    compiled = into / f"{name}-{version}-{python_tag}-none-any.whl"
    compiled.write_bytes(stored_zip(files))
    return compiled


async def freeze_wheel(wheel: Path) -> str:
    """Install a wheel with micropip and freeze a lock that holds only this wheel.

    Args:
        wheel: The wheel, named as it will stand beside the lock.

    Returns:
        The lock as JSON, with the wheel's name relative to the lock.

    Raises:
        ValueError: The wheel needs other packages, which the bundle would not have.
    """
    import micropip  # only there at build time

    await micropip.install(f"emfs:{wheel}")
    lock = json.loads(micropip.freeze())
    key, entry = next(
        (key, package)
        for key, package in lock["packages"].items()
        if package["file_name"].endswith(wheel.name)
    )
    if entry["depends"]:
        raise ValueError(
            f"{wheel.name} depends on {', '.join(entry['depends'])}; it may depend on nothing"
        )
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()  # noqa: ASYNC240 - files are in memory here
    lock["packages"] = {key: entry | {"file_name": wheel.name, "sha256": digest}}
    return json.dumps(lock, indent=1, sort_keys=True)


def _installed_path(path: str) -> str:
    """Say where Pyodide will unpack a file of the wheel."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"/lib/python{version}/site-packages/{path}"


def _record(files: dict[str, bytes], record: str) -> str:
    """List the wheel's files with their digests, as its format asks."""
    lines = []
    for path in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).rstrip(b"=")
        lines.append(f"{path},sha256={digest.decode()},{len(files[path])}")
    return "\n".join([*lines, f"{record},,", ""])
