"""A pytest plugin: the triage package is imported as the engine has it, with its classes written out.

Run with `-p tests.build.engine.plain_triage`.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any

SCRIPTS = Path(__file__).parents[3] / "generator" / "engine" / "inside_pyodide"
sys.path.append(str(SCRIPTS))

from plain_classes import with_plain_classes  # noqa: E402 - its folder is no package

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

PACKAGE = "triage_py"
LEFT_OUT = ("commands", "export.drawing", "export.flow", "lint", "proof", "terminal")
"""What no engine holds stays as it is."""


class _PlainLoader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        tree = with_plain_classes(self.get_data(path).decode(), path)
        return compile(tree, path, "exec", dont_inherit=True)


class _PlainFinder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: Any = None
    ) -> ModuleSpec | None:
        within = fullname.removeprefix(f"{PACKAGE}.")
        if fullname.split(".", maxsplit=1)[0] != PACKAGE or within.startswith(LEFT_OUT):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _PlainLoader(fullname, spec.loader.path)
        return spec


assert PACKAGE not in sys.modules, "the package was imported before"
sys.meta_path.insert(0, _PlainFinder())
