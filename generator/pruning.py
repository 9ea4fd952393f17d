"""Leave out of the site what the theme ships and no page of it uses, and what is only for editors."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEARCH_INDEX = "search/search_index.json"
LANGUAGES = "assets/javascripts/lunr"
ENGLISH = ["en"]
"""The language that the search knows by itself."""
HELPERS = {"ja": "tinyseg.js", "th": "wordcut.js"}
STYLES = ("assets/stylesheets", "stylesheets")

_STYLE_LINK = re.compile(r'<link rel="stylesheet" href="([^"?#]+)')
_TEXT_OR_REMARK = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)


def prune(site: Path) -> None:
    """Remove what no page uses, and write style sheets short.

    Args:
        site: The built site.
    """
    for source_map in [*site.glob("assets/**/*.map")]:
        source_map.unlink()
    _remove_languages(site)
    used = set(_styles_used(site))
    for folder in STYLES:
        for sheet in (site / folder).glob("*.css"):
            if os.path.normpath(sheet) in used:
                sheet.write_text(shortened(sheet.read_text(encoding="utf-8")), encoding="utf-8")
            else:
                sheet.unlink()
        if (site / folder).exists() and not any((site / folder).iterdir()):
            (site / folder).rmdir()


def shortened(css: str) -> str:
    """A style sheet without remarks and without space that says nothing."""
    parts: list[str] = []
    end = 0
    for match in _TEXT_OR_REMARK.finditer(css):
        parts += [_closer(css[end : match.start()]), match[1] or ""]
        end = match.end()
    return "".join([*parts, _closer(css[end:])]).strip() + "\n"


def _closer(css: str) -> str:
    """Without space around brackets, semicolons and commas: nowhere else is it sure to say nothing."""
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return css.replace(";}", "}")


def _remove_languages(site: Path) -> None:
    """Keep the search's stemmers of the languages that it is set to."""
    index = site / SEARCH_INDEX
    folder = site / LANGUAGES
    if not index.exists() or not folder.exists():
        return
    languages = json.loads(index.read_text(encoding="utf-8"))["config"].get("lang", ENGLISH)
    if languages == ENGLISH:
        shutil.rmtree(folder)
        return
    kept = {f"lunr.{language}.min.js" for language in languages}
    kept |= {"lunr.stemmer.support.min.js", "lunr.multi.min.js"}
    kept |= {HELPERS[language] for language in languages if language in HELPERS}
    for script in folder.rglob("*.js"):
        if script.name not in kept:
            script.unlink()


def _styles_used(site: Path) -> Iterator[str]:
    for page in site.rglob("*.html"):
        for address in _STYLE_LINK.findall(page.read_text(encoding="utf-8")):
            # The page for unknown addresses names them from the root.
            base = site if address.startswith("/") else page.parent
            yield os.path.normpath(f"{base}/{address.lstrip('/')}")
