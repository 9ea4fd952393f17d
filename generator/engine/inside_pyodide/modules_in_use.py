"""Name the modules that a package has in use, or could come to use.

Runs inside Pyodide, in an interpreter that has done nothing but start and use that package. It
imports nothing that would come into use by that.
"""

from __future__ import annotations

import dis
import importlib
import importlib.util
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import CodeType, ModuleType


def modules_in_use(package: str, kept: Iterable[str]) -> list[str]:
    """The names of all modules that are loaded now or could be loaded by the package.

    Args:
        package: The package that was started and used. What its functions would import later
            is imported too, so that a path nobody took yet does not fail in a browser.
        kept: Modules to keep although nothing has imported them yet.

    Raises:
        ModuleNotFoundError: A kept module does not exist in this Python.
    """
    for name in kept:
        importlib.import_module(name)
    _import_what_functions_import(package)
    return [*sys.modules]


def _import_what_functions_import(package: str) -> None:
    """Follow the import statements inside functions of the package's loaded modules."""
    followed: set[str] = set()
    while waiting := {name for name in sys.modules if _is_within(name, package)} - followed:
        for name in waiting:
            followed.add(name)
            for imported in _imports_anywhere_in(sys.modules[name]):
                _import_if_there(imported)


def _imports_anywhere_in(module: ModuleType) -> Iterator[str]:
    """Name what a module imports at any depth, and each name that could be a submodule."""
    spec: Any = module.__spec__
    code = spec.loader.get_code(spec.name) if spec and spec.loader else None
    for block in _code_blocks(code):
        for name, level, names in dis._find_imports(block):  # type: ignore[attr-defined]  # noqa: SLF001 - in the pinned runtime
            base = importlib.util.resolve_name("." * level + name, module.__package__ or "")
            yield base
            yield from (f"{base}.{part}" for part in names or () if part != "*")


def _code_blocks(code: CodeType | None) -> Iterator[CodeType]:
    """Walk a module's code: itself, its functions and classes, and theirs."""
    if code is None:
        return
    yield code
    for constant in code.co_consts:
        if hasattr(constant, "co_consts"):
            yield from _code_blocks(constant)


def _import_if_there(name: str) -> None:
    """Import a module if the name is one; it may be a class or an optional module."""
    try:
        importlib.import_module(name)
    except ImportError:
        return


def _is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
