"""The worker inside the script of its page: from a disk, browsers load no worker."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.offline.archive.errors import ArchiveError
from generator.offline.archive.modules import bundle_modules

SCRIPTS = Path(__file__).parent / "scripts"
_START = re.compile(
    r"new Worker\(new URL\('(\./[\w-]+\.mjs)', import\.meta\.url\), \{ type: 'module' \}\)"
)
_IMPORT = re.compile(r"\bimport\(url\)")


def with_worker_inside(script: str, module: Path) -> str:
    """The script with its worker as text in it.

    Args:
        script: The bundled script of a page.
        module: The module that it was made from; the worker stands beside it.

    Raises:
        ArchiveError: The script starts its worker in another way than expected.
    """
    found = _START.search(script)
    if found is None:
        return script
    worker = bundle_modules(module.parent / found[1])
    if len(_IMPORT.findall(worker)) != 1 or "import.meta" in worker:
        message = f"{found[1]}: the offline archive does not know how this worker loads the engine."
        raise ArchiveError(message)
    worker = _IMPORT.sub("importKept(url)", worker)
    text = (SCRIPTS / "worker.js").read_text(encoding="utf-8") + worker
    page = (SCRIPTS / "page.js").read_text(encoding="utf-8")
    page = page.replace("WORKER_TEXT", _as_text(text), 1)
    script = script.replace(found[0], "new WorkerFromMemory()")
    if "import.meta" in script:
        message = f"{module.name}: import.meta means nothing in the offline archive."
        raise ArchiveError(message)
    return f'(() => {{\n"use strict";\n{page}\n{script}\n}})();\n'


def _as_text(code: str) -> str:
    return json.dumps(code, ensure_ascii=False).replace("\u2028", "\\u2028")
