"""A page as it has to be to work from a disk."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING

from generator.policy import policy_text

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "offline/{name}.js"
ENGINE = "offline/engine.js"
SEARCH = "offline/search.js"
SEARCH_INDEX = "search/search_index.js"

# Modules became scripts, the worker and the runtime come from memory, and fonts stand in the styles.
POLICY = policy_text(scripts=["blob:", "'wasm-unsafe-eval'"], workers=["blob:"], fonts=["data:"])

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
# Begins with "<", not with the space before it: a search for spaces stops at every one of a page.
_NEEDS_SERVER = re.compile(
    r'<link rel="(?:manifest|preload|apple-touch-icon)"[^>]*>'
    r'|<script src="[^"]*offline/register\.js"[^>]*></script>'
)
_MODULE = re.compile(r'<script type="module" src="([^"]+\.mjs)"(?: async)?></script>')
_INLINE_SCRIPT = re.compile(r'<script(?![^>]*\ssrc=)(?![^>]*\stype="application/(?:ld\+)?json")')
_SEARCH_BUNDLE = re.compile(r"(<script [^>]*data-search-bundle=)")
_PATH = re.compile(r"[^?#]*")
_LINK = re.compile(r'(\s(?:href|src|data-home)=")([^"]*)(")')


def page_on_disk(html: str, file: str, site: Path) -> tuple[str, set[Path]]:
    """The page, and the modules that it loads.

    Args:
        html: The page as it is on the site.
        file: Its path in the site.
        site: The built site.
    """
    folder = posixpath.dirname(file)
    modules: set[Path] = set()

    def here(path: str) -> str:
        return posixpath.relpath(path, folder or ".")

    def script(match: re.Match[str]) -> str:
        module = site / posixpath.normpath(posixpath.join(folder, match[1]))
        modules.add(module)
        address = here(MODULE.format(name=module.stem))
        return f'<script src="{address}" data-engine-script="{here(ENGINE)}" defer></script>'

    html = _NEEDS_SERVER.sub("", html)
    html = _MODULE.sub(script, html)
    html = _SEARCH_BUNDLE.sub(rf'<script src="{here(SEARCH)}" defer></script>\n\1', html)
    html = _LINK.sub(lambda link: link[1] + _named(link[2], folder, site) + link[3], html)
    assert not _INLINE_SCRIPT.search(html), file
    return _POLICY.sub(rf"\g<1>{POLICY}\2", html), modules


def _named(address: str, folder: str, site: Path) -> str:
    """An address that names the page itself: no server looks for it in the folder."""
    end = _PATH.match(address).end()  # type: ignore[union-attr] # it always matches
    path = address[:end]
    if not path or ":" in path or path.startswith("/"):
        return address
    target = posixpath.normpath(posixpath.join(folder, path))
    if _is_page(site, target):
        return f"{path.rstrip('/')}/index.html{address[end:]}"
    return address


@cache
def _is_page(site: Path, folder: str) -> bool:
    """Whether a folder of the site is a page. Most links of a page stand on all others too."""
    return (site / folder / "index.html").is_file()
