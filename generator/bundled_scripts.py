"""Put a page's modules together: one file for the page and one for its worker, not one each.

A browser learns of a module only from the one that imports it. On a slow line each step of such a
chain costs as much as thousands of bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offline.archive.modules import bundle_modules

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = re.compile(r'\s*<script type="module" src="([^":?]+\.mjs)"></script>')
_WORKER = re.compile(r"new URL\('(\./[\w-]+\.mjs)', import\.meta\.url\)")
_HEAD = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
# Only comments that fill whole lines: no text of ours begins a line like this.
_REMARKS = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def bundle_scripts(site: Path) -> None:
    """Bundle each module that a page loads, and let the page load it from its head.

    There a browser finds it with the first bytes, and runs it without waiting for the rest.

    Args:
        site: The built site.

    Raises:
        ArchiveError: A module uses what cannot be bundled.
    """
    entries: set[Path] = set()
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        addresses = list(dict.fromkeys(_SCRIPT.findall(html)))
        head = _HEAD.search(html)
        if not addresses or head is None:
            continue
        entries.update((page.parent / address).resolve() for address in addresses)
        scripts = "".join(
            f'<script type="module" src="{address}" async></script>' for address in addresses
        )
        before, after = html[: head.end()], _SCRIPT.sub("", html[head.end() :])
        page.write_text(before + scripts + after, encoding="utf-8")

    bundles: dict[Path, str] = {}
    for entry in sorted(entries):
        bundles[entry] = bundle_modules(entry)
        for worker in _WORKER.findall(bundles[entry]):
            path = entry.parent / worker
            bundles[path] = bundle_modules(path)
    for folder in {entry.parent for entry in entries}:
        for module in folder.rglob("*.mjs"):
            module.unlink()
    for path, text in bundles.items():
        path.write_text(_REMARKS.sub("", text), encoding="utf-8")
