"""What a built page carries inside itself, and what it would fetch from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Any other type is data to a browser, which neither runs it nor asks the policy about it.
SCRIPT_TYPES = {"", "text/javascript", "application/javascript", "module", "importmap"}
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "audio": ("src",),
    "video": ("src", "poster"),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "link": ("href",),
}
# Possessive: no other way to read a tag is ever tried.
_TAG = r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>"""
_PIECE = re.compile(
    rf"<!--.*?-->|<(script|style)\b{_TAG}.*?</\1\s*>|<[a-z]{_TAG}", re.DOTALL | re.IGNORECASE
)
_MATTERS = re.compile(
    rf"<(?:script|style|{'|'.join(FETCHED)})\b|[\s/\"'](?:on|style|data-engine)", re.IGNORECASE
)
LINKS_NOT_FETCHED = {"canonical", "alternate", "author", "license", "next", "prev", "me"}


@dataclass
class InlineParts:
    """The parts of one page that a content security policy has to know.

    Attributes:
        scripts: Text of each script inside the page that a browser would run.
        styles: Text of each `<style>`.
        style_attributes: Value of each `style="…"`.
        handlers: Each `onclick="…"` and the like: no hash of theirs is worth its risk.
        foreign: Each address on another site that a browser would fetch by itself.
        has_engine: Whether the page starts the engine, which compiles WebAssembly.
    """

    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    style_attributes: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    has_engine: bool = False


def inline_parts(html: str) -> InlineParts:
    """Find all parts in a page.

    Args:
        html: The whole page.
    """
    found = InlineParts()
    for piece in _PIECE.finditer(html):
        parts = _parts_of(piece[0])
        if parts is not None:
            found.scripts += parts.scripts
            found.styles += parts.styles
            found.style_attributes += parts.style_attributes
            found.handlers += parts.handlers
            found.foreign += parts.foreign
            found.has_engine |= parts.has_engine
    return found


# Pages share their frame: most pieces of one stand on all others too.
@lru_cache(maxsize=8192)
def _parts_of(piece: str) -> InlineParts | None:
    """What is in a tag, or a whole script or style; None for most, which say nothing that matters."""
    if piece.startswith("<!--") or not _MATTERS.search(piece):
        return None
    # A parser in Python takes milliseconds a page.
    reader = _PageReader()
    reader.feed(piece)
    reader.close()
    return reader.found


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = InlineParts()
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._text = [] if tag in {"script", "style"} and self._counts(tag, attributes) else None
        self.found.has_engine |= "data-engine" in attributes
        if "style" in attributes:
            self.found.style_attributes.append(attributes["style"])
        for name, value in attributes.items():
            if name.startswith("on"):
                self.found.handlers.append(f'<{tag} {name}="{value}">')
        if tag == "link" and attributes.get("rel", "") in LINKS_NOT_FETCHED:
            return
        for name in FETCHED.get(tag, ()):
            for address in attributes.get(name, "").split(","):
                if urlsplit(address.strip().split(" ")[0]).netloc:
                    self.found.foreign.append(address.strip())

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._text is None:
            return
        kept = self.found.scripts if tag == "script" else self.found.styles
        kept.append("".join(self._text))
        self._text = None

    @staticmethod
    def _counts(tag: str, attributes: dict[str, str]) -> bool:
        if tag == "style":
            return True
        return "src" not in attributes and attributes.get("type", "").lower() in SCRIPT_TYPES
