"""Turn modules into one script that does the same.

Only what the modules of this site use is understood: named imports from beside, and `export` before
a declaration. Anything else is refused by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.offline.archive.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

_IMPORT = re.compile(
    r"""^import\s+(?:\{(?P<names>[^}]*)\}\s+from\s+)?['"](?P<path>\.[^'"]+)['"];?[ \t]*$""",
    re.MULTILINE,
)
_EXPORT = re.compile(
    r"^export\s+(?=(?:async\s+)?(?:function\*?|class|const|let)\s+(?P<name>[\w$]+))", re.MULTILINE
)
_NOT_UNDERSTOOD = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def bundle_modules(entry: Path) -> str:
    """The script: each module in a function of its own, those that others need first.

    Args:
        entry: The module that starts everything.

    Raises:
        ArchiveError: A module uses what is not understood here.
    """
    bundle = _Bundle()
    bundle.add(entry.resolve())
    return "\n".join(bundle.scripts)


@dataclass
class _Bundle:
    scripts: list[str] = field(default_factory=list)
    names: dict[Path, str] = field(default_factory=dict)

    def add(self, module: Path) -> str:
        """Add a module and those it imports; gives the name of what it exports."""
        if module in self.names:
            return self.names[module]
        text = _IMPORT.sub(
            lambda found: self._imported(found, module), module.read_text(encoding="utf-8")
        )
        exported = [found["name"] for found in _EXPORT.finditer(text)]
        text = _EXPORT.sub("", text)
        if unknown := _NOT_UNDERSTOOD.search(text):
            message = (
                f'{module.name}: "{unknown[0]}" cannot go into the offline archive.\n'
                "  Import by name from a file beside, and export where something is declared."
            )
            raise ArchiveError(message)
        name = self.names[module] = f"module{len(self.names)}"
        given = f"return {{ {', '.join(exported)} }};"
        self.scripts.append(f"const {name} = (() => {{\n{text}\n{given}\n}})();")
        return name

    def _imported(self, found: re.Match[str], module: Path) -> str:
        name = self.add((module.parent / found["path"]).resolve())
        if found["names"] is None:
            return ""
        return f"const {{ {found['names'].replace(' as ', ': ')} }} = {name};"
