"""Cut the standard library to the modules that a package needs.

Runs inside Pyodide, in an interpreter that has the whole library.
"""

from __future__ import annotations

import sys
import zipimport
from pathlib import Path
from typing import TYPE_CHECKING, Any

from module_code import compile_module, stored_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DOCSTRINGS_LEFT_OUT = 2


def cut_standard_library(
    needed: Iterable[str], lean_library: str, left_out: Iterable[str]
) -> bytes:
    """Pack the modules of the standard library that are loaded and needed.

    Args:
        needed: The names of modules that are needed; others may be loaded.
        lean_library: A folder with modules that stand in the place of the library's own.
        left_out: Modules and packages to leave out although they are loaded: who imports them can
            do without.

    Returns:
        An uncompressed zip of `.pyc` files.
    """
    return stored_zip(dict(_compiled_modules({*needed}, Path(lean_library), [*left_out])))


def _compiled_modules(
    needed: set[str], lean_library: Path, left_out: list[str]
) -> Iterator[tuple[str, bytes]]:
    """Compile each loaded module that came from the standard-library archive."""
    for name, module in list(sys.modules.items()):
        if name not in needed or any(_is_within(name, package) for package in left_out):
            continue
        spec: Any = getattr(module, "__spec__", None)
        if spec is None or not isinstance(spec.loader, zipimport.zipimporter):
            continue
        path_in_archive = spec.origin.removeprefix(f"{spec.loader.archive}/")
        lean = lean_library / path_in_archive
        own = (spec.loader.get_source(spec.name) or "").encode()
        source = lean.read_bytes() if lean.exists() else own
        yield f"{path_in_archive}c", compile_module(source, spec.origin, _DOCSTRINGS_LEFT_OUT)


def _is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
