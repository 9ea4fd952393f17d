"""The engine as a script: from a disk, browsers fetch nothing."""

from __future__ import annotations

import base64
import gzip
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def engine_script(files: Iterable[Path]) -> str:
    """A script that hands out the files of the engine, compressed and as text.

    Args:
        files: The manifest and all that it names.
    """
    packed = {
        path.name: base64.b64encode(gzip.compress(path.read_bytes(), 9, mtime=0)).decode()
        for path in files
    }
    return f"globalThis.engineFiles = {json.dumps(packed)};\n"
