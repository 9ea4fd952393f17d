"""A page as it was built, and how its words are read out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml
from lxml import html

from tests.build.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

NOT_FOUND = "404.html"
BLOCKS = "p, li, dd, dt, td, figcaption"
NOT_READ = frozenset(
    [
        ".cite", ".licences__maker", ".licences__name", ".licences__text", ".source-list",
        ".visually-hidden", "button", "code", "input", "nav", "script", "svg",
    ]
)  # fmt: skip
"""Marks, drawings and controls; and the titles of sources and names of licences, which are not our words."""


@dataclass(frozen=True)
class BuiltPage:
    """One page of the site.

    Args:
        site: The folder of the site.
        address: As a browser asks for it, such as `red-flags/`; empty for the first page.
        topic: The folder of the topic that it was made from.
    """

    site: Path
    address: str
    topic: Path = ROOT

    @property
    def path(self) -> Path:
        """Its file."""
        is_folder = not self.address or self.address.endswith("/")
        return self.site / self.address / "index.html" if is_folder else self.site / self.address

    @property
    def source(self) -> Path:
        """The Markdown that it was made from."""
        return self.topic / "content" / source_of(self.address, self.topic)

    @cached_property
    def tree(self) -> HtmlElement:
        """The parsed page."""
        return html.document_fromstring(self.path.read_bytes(), parser=_PARSER)

    @property
    def main(self) -> HtmlElement:
        """What is the page's own: neither header nor footer."""
        return self.tree.get_element_by_id("main")

    def file_at(self, link: str) -> tuple[Path, str]:
        """Where a link of this page leads: a file of the site, and the part of it."""
        address, part = urldefrag(urljoin(f"{self._root}{self.address}", link))
        path = self.site / unquote(urlsplit(address).path).removeprefix(self._root)
        return (path / "index.html" if address.endswith("/") else path), unquote(part)

    @cached_property
    def _root(self) -> str:
        """Where the site stands on its host: the page for lost readers names it whole."""
        text = (self.topic / "mkdocs.yml").read_text(encoding="utf-8")
        return urlsplit(yaml.safe_load(text)["site_url"]).path or "/"

    def passages(self) -> Iterator[str]:
        """The running text, block by block, without marks and drawings."""
        for block in self.main.cssselect(BLOCKS):
            if not any(_is_not_read(element) for element in [block, *block.iterancestors()]):
                words = " ".join(_own_words(block).split())
                if words:
                    yield words


_PARSER = html.HTMLParser(encoding="utf-8")


def addresses(topic: Path = ROOT) -> list[str]:
    """The addresses of all pages of a topic's navigation."""
    text = (topic / "mkdocs.yml").read_text(encoding="utf-8")
    return [_address(page) for page in _leaves(yaml.safe_load(text)["nav"])]


def languages(topic: Path = ROOT) -> list[str]:
    """The other languages of a topic."""
    text = (topic / "mkdocs.yml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text)["extra"].get("languages", []))


def translated_addresses(topic: Path = ROOT) -> list[str]:
    """The addresses of all pages in the other languages of a topic."""
    content = topic / "content"
    return [
        _address(path.relative_to(content).as_posix())
        for language in languages(topic)
        for path in sorted((content / language).rglob("*.md"))
    ]


def framed_addresses(topic: Path = ROOT) -> list[str]:
    """The addresses of the pages that other sites may show in a frame."""
    text = (topic / "mkdocs.yml").read_text(encoding="utf-8")
    allowed = yaml.safe_load(text)["extra"].get("embed")
    return ["embed/", *(f"{language}/embed/" for language in languages(topic))] if allowed else []


def source_of(address: str, topic: Path = ROOT) -> str:
    """The name of the Markdown file behind an address."""
    page = address.rstrip("/")
    folder = topic / "content" / page
    return f"{page}/index.md".lstrip("/") if folder.is_dir() else f"{page}.md"


def _address(page: str) -> str:
    folder = page.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def _leaves(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for item in entry.values() if isinstance(entry, dict) else entry:
            yield from _leaves(item)


def _own_words(block: HtmlElement) -> str:
    """The words of a block without those of the blocks inside it, which are read by themselves."""
    words = [block.text or ""]
    for child in block:
        is_read = isinstance(child.tag, str) and not _is_not_read(child)
        if child.tag in ("br", "span") or (is_read and _is_block(child)):
            words.append(" ")
        if is_read and not _is_block(child):
            words.append(_own_words(child))
        words.append(f" {child.tail or ''}" if child.tag == "span" else child.tail or "")
    return "".join(words)


def _is_block(element: HtmlElement) -> bool:
    return element.tag in ("p", "ul", "ol", "dl", "table", "details", "figure", "li", "div")


def _is_not_read(element: HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    if element.get("lang") and element.tag != "html":
        return True  # words of another language
    return element.tag in NOT_READ or any(f".{name}" in NOT_READ for name in classes)
