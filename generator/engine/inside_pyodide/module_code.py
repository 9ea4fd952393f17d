"""Compile modules to bytecode that is the same on every machine.

Runs inside Pyodide, because bytecode belongs to one Python: the one that will read it.
"""

from __future__ import annotations

import importlib.util
import io
import marshal
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast
    from collections.abc import Mapping

# A hash-based file whose source is never looked for: no date in it, nothing to compare at start.
_UNCHECKED_HASH = (0b01).to_bytes(4, "little")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def compile_module(
    source: bytes, filename: str, optimize: int, tree: ast.Module | None = None
) -> bytes:
    """Compile one module to the bytes of a `.pyc` file.

    Args:
        source: The module's source.
        filename: What tracebacks call it; the path where the running engine will find it.
        optimize: As for `compile`; 2 leaves out docstrings and assertions.
        tree: What to compile where it is not the source as it stands.
    """
    code = compile(tree or source, filename, "exec", dont_inherit=True, optimize=optimize)
    # The hash of the source stands where a date would be; nothing reads it.
    return (
        importlib.util.MAGIC_NUMBER
        + _UNCHECKED_HASH
        + importlib.util.source_hash(source)
        + marshal.dumps(code)
    )


def stored_zip(files: Mapping[str, bytes]) -> bytes:
    """Pack files without compression, in order of name and without a date.

    The web server compresses the whole archive better than a zip can compress its files one by one.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()
