"""The theme's templates, without what takes long about them: its icons, and reading them anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache, FileSystemLoader

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.theme import Theme


def compiled_templates(cache: Path) -> FileSystemBytecodeCache:
    """Templates as they were compiled: reading them takes a fifth of a build, or of a preview's answer.

    Args:
        cache: Where they are kept, by their text.
    """
    cache.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(cache))


def keep_templates(theme: Theme, cache: Path) -> None:
    """Let every environment of a theme take its templates as they were compiled.

    Args:
        theme: The theme of one build.
        cache: Where they are kept.
    """
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _WithoutHidden(theme.dirs)
        env.bytecode_cache = compiled_templates(cache)
        return env

    theme.get_env = get_env  # type: ignore[method-assign] # MkDocs and the search both ask it


class _WithoutHidden(FileSystemLoader):
    """Lists no hidden folder. MkDocs leaves them out too, after a look at ten thousand icons."""

    def list_templates(self) -> list[str]:
        """Every template, by its path with slashes."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, inner, files in os.walk(root):
                inner[:] = [name for name in inner if not name.startswith(".")]
                place = os.path.relpath(folder, root).replace(os.sep, "/")
                found.update(name if place == "." else f"{place}/{name}" for name in files)
        return sorted(found)
