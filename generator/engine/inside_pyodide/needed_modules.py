"""Find the modules of a package that one of them can ever import.

Runs inside Pyodide, on the sources of a wheel.
"""

from __future__ import annotations

import ast
import importlib.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def needed_files(sources: Mapping[str, bytes], entry: str) -> set[str]:
    """Follow the imports of a module through its package, at any depth of the code.

    Imports inside functions count: they happen later. Imports for type checkers alone do not.
    What is imported by a name that is only known when it runs is not found.

    Args:
        sources: The modules by their path, such as `package/part/__init__.py`.
        entry: The module to start from, such as `package.messages`.

    Returns:
        The paths of the modules that are needed, those of their packages included.

    Raises:
        ValueError: There is no such module to start from.
    """
    path_of = {_module_name(path): path for path in sources}
    if entry not in path_of:
        raise ValueError(f"the wheel has no module {entry}; its modules: {', '.join(path_of)}")
    needed: set[str] = set()
    waiting = {entry}
    while waiting:
        name = waiting.pop()
        needed.add(name)
        path = path_of[name]
        package = name if path.endswith("__init__.py") else name.rpartition(".")[0]
        for imported in _imported_by(ast.parse(sources[path]), package):
            waiting |= {part for part in _with_packages(imported) if part in path_of} - needed
        waiting |= {part for part in _with_packages(name) if part in path_of} - needed
    return {path_of[name] for name in needed}


def _module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _with_packages(name: str) -> Iterator[str]:
    """Name a module and every package around it: importing it imports them first."""
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        yield ".".join(parts[:count])


def _imported_by(node: ast.AST, package: str) -> Iterator[str]:
    """Name what code imports, and each name that could be a submodule."""
    if isinstance(node, ast.If) and _is_for_type_checkers(node.test):
        for other in node.orelse:
            yield from _imported_by(other, package)
        return
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from _imported_by(child, package)


def _is_for_type_checkers(test: ast.expr) -> bool:
    return ast.unparse(test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
