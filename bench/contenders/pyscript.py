"""PyScript, told to take the same runtime and the same wheel from its own server."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from bench.contenders.contender import NOTE, REQUEST, Contender
from bench.contenders.self_hosted import is_kept, part_of, put_runtime, put_wheel

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
{note}<link rel="stylesheet" href="./pyscript/core.css">
<script type="module" src="./pyscript/core.js"></script>
<script type="py" config='{config}'>
import js
from triage_py import messages

response = await js.fetch("./protocol.json")
messages.open_protocol(await response.text())
js.answered(messages.handle('{request}'))
</script>
"""


def pyscript(root: Path, wheel: Path, protocol: bytes, work: Path) -> Contender:
    """The page that PyScript's manual shows, with all files on its own server.

    Args:
        root: The project's folder.
        wheel: The wheel that ours is made from.
        protocol: The compiled protocol, as ours has it.
        work: A folder to prepare in.
    """
    folder = work / "pyscript"
    shutil.rmtree(folder, ignore_errors=True)
    put_runtime(folder / "pyodide", root)
    put_wheel(folder, wheel, protocol)
    shutil.copytree(
        root / "node_modules" / "@pyscript" / "core" / "dist",
        folder / "pyscript",
        ignore=shutil.ignore_patterns("*.map"),
    )
    config = {"interpreter": "./pyodide/pyodide.mjs", "packages": [f"./{wheel.name}"]}
    page = PAGE.format(note=NOTE, config=json.dumps(config), request=REQUEST)
    (folder / "index.html").write_text(page, encoding="utf-8")
    return Contender("PyScript", folder, "", is_kept, part_of)
