"""Put a page's modules together: one file for the page and one for its worker, not one each.

A browser learns of a module only from the one that imports it. On a slow line each step of such a
chain costs as much as thousands of bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offline.archive.errors import ArchiveError
from generator.offline.archive.modules import bundle_modules

if TYPE_CHECKING:
    from pathlib import Path

_SCRIPT = re.compile(r'\s*<script type="module" src="([^":?]+\.mjs)"></script>')
_WORKER = re.compile(r"new URL\('(\./[\w-]+\.mjs)', import\.meta\.url\)")
_HEAD = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
# No text of ours holds one of these: a comment that fills whole lines, a type, or words behind a line.
_REMARKS = re.compile(
    r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n"
    r"|/\*\* @\w+ \{[^\n]*?\} \*/ ?"
    r"|[ \t]+// [^\n'\"`]*$",
    re.MULTILINE | re.DOTALL,
)
_MARGIN = re.compile(r"\n\s+")


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
        path.write_text(shortened_script(text, path.name), encoding="utf-8")


def shortened_script(script: str, name: str) -> str:
    """The script without remarks, empty lines and indentation. What is left stands on the same lines.

    Args:
        script: JavaScript with a line break where a statement ends.
        name: The file, for the message.

    Raises:
        ArchiveError: A text in it runs over several lines, so that the space in it counts.
    """
    short = _MARGIN.sub("\n", _REMARKS.sub("", script))
    for line in short.splitlines():
        if line.count("`") % 2:
            message = (
                f"{name}: a text in backticks runs over several lines: {line.strip()}\n"
                '  Write "\\n" in it, so that the script can be shortened.'
            )
            raise ArchiveError(message)
    return short
