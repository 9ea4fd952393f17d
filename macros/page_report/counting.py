"""Count what a page holds: its running text, its links and the sources behind it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from triage_py.lint.reading_ease import grade_of, sentences_in, words_in

BLOCKS = frozenset({"p", "li", "td", "dd", "dt", "figcaption", "blockquote", "summary"})
"""What holds running text."""
NOT_READ = frozenset({"svg", "script", "style", "sup", "template", "select"})
"""What is drawn, or stands beside the text."""
VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "use"})
FEWEST_WORDS = 4
"""A shorter piece, such as a cell of a table, is no sentence: it would flatter the page."""
LONG = 20
"""Words. From here on a sentence is long."""


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What one page holds.

    Attributes:
        grade: The years at school that it takes to follow the text (Flesch-Kincaid, English).
        sentences: How many there are.
        long_sentences: How many of them have `LONG` words or more.
        links_within: Links to other parts and pages of the site.
        links_elsewhere: Links to other sites.
    """

    grade: float
    sentences: int
    long_sentences: int
    links_within: int
    links_elsewhere: int


def count_page(html: str) -> PageCounts:
    """Count one page.

    Args:
        html: The page's content, without the frame around it.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    sentences = [
        sentence
        for passage in reader.passages
        for sentence in sentences_in(passage if passage[-1:] in ".?!:" else f"{passage}.")
        if len(sentence.split()) >= FEWEST_WORDS
    ]
    elsewhere = sum(1 for link in reader.links if urlsplit(link).netloc)
    return PageCounts(
        grade=grade_of(" ".join(sentences)),
        sentences=len(sentences),
        long_sentences=sum(1 for sentence in sentences if len(words_in(sentence)) >= LONG),
        links_within=sum(
            1 for link in reader.links if not urlsplit(link).scheme and not urlsplit(link).netloc
        ),
        links_elsewhere=elsewhere,
    )


class _Reader(HTMLParser):
    """Collects the text of each block, without that of blocks inside it, and all links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[str] = []
        self.links: list[str] = []
        self._open: list[str] = []
        self._texts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]
        if tag in VOID:
            return
        self._open.append(tag)
        if tag in BLOCKS:
            self._texts.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            ended = self._open.pop()
            if ended in BLOCKS:
                text = " ".join("".join(self._texts.pop()).split())
                if text:
                    self.passages.append(text)
            if ended == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._texts and NOT_READ.isdisjoint(self._open):
            self._texts[-1].append(data)
