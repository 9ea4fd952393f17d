"""Put a page's modules into a folder named for their content.

A page then never gets a module of another deployment: it finds its own, or nothing. And browsers
may keep them for ever.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "assets/scripts"
MODULE = re.compile(r'(<script type="module" src=")([^":?]+\.mjs)(")')


def hash_scripts(site: Path) -> None:
    """Move each folder of modules that a page loads, and let the page load it from there.

    Args:
        site: The built site.
    """
    moved: dict[Path, str] = {}
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        addresses = {match[2] for match in MODULE.finditer(html)}
        for address in addresses:
            source = (page.parent / address).resolve()
            if source.parent not in moved:
                moved[source.parent] = _move(source.parent, site)
            here = page.parent.relative_to(site).as_posix()
            there = posixpath.relpath(f"{moved[source.parent]}/{source.name}", here)
            html = html.replace(f'src="{address}"', f'src="{there}"')
        if addresses:
            page.write_text(html, encoding="utf-8")


def _move(folder: Path, site: Path) -> str:
    """Move the modules of a folder; gives the new folder as seen from the site."""
    modules = sorted(folder.rglob("*.mjs"))
    digest = hashlib.sha256()
    for module in modules:
        content = module.read_bytes()
        name = module.relative_to(folder).as_posix()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    target = f"{FOLDER}/{digest.hexdigest()[:16]}"
    for module in modules:
        place = site / target / module.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(module, place)
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
    return target
