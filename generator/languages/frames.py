"""What header, footer and metadata of a page say, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.words import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from generator.languages.site_words import SiteWords
    from generator.languages.spoken import Language, Languages


@dataclass(frozen=True)
class Version:
    """A page in one language."""

    code: str
    name: str
    """What the language calls itself."""
    page: Page


@dataclass(frozen=True)
class Frame:
    """The frame of one page.

    Attributes:
        language: The tag of the page's language.
        words: The frame's words.
        day: Writes a date.
        site: What the settings say of the site.
        reviewer: The clinician who reviewed the rules in this language; empty while nobody has.
        home: The first page in this language.
        pages: The pages that stand in the header, without the first one.
        sections: The groups of the menu and the footer.
        versions: The page in every language that has it, this one included; empty where there is
            no other.
        original: The page that this one translates.
    """

    language: str
    words: Mapping[str, str]
    day: Callable[[Any], str]
    site: SiteWords
    reviewer: str
    home: Page | None
    pages: Sequence[Page]
    sections: Sequence[Any] = ()
    versions: Sequence[Version] = ()
    original: Page | None = None
    versions_of: Callable[[Page], Sequence[Version]] = field(default=lambda _: (), repr=False)
    """The same as `versions`, for any page: a sitemap asks for all."""
    _pages_by_file: Mapping[str, Page] = field(default_factory=dict, repr=False)

    def find(self, source: str) -> Page | None:
        """The page of a file, in this language where it has it."""
        own = self._pages_by_file.get(f"{self.language}/{source}")
        return own or self._pages_by_file.get(source)

    @staticmethod
    def title(page: Page) -> str:
        """What a page is called in menus."""
        return str(page.meta.get("menu_title") or page.title)


class Frames:
    """Makes the frame of each page.

    Args:
        languages: The languages of the site.
        files: All files of the site.
    """

    def __init__(self, languages: Languages, files: Files) -> None:
        self._languages = languages
        self._pages = {
            file.src_uri: file.page for file in files.documentation_pages() if file.page is not None
        }

    def of(self, page: Page | None, nav: Navigation) -> Frame:
        """The frame of a page; of the main language where there is no page, as for "not found"."""
        languages = self._languages
        source = page.file.src_uri if page else ""
        language = languages.of_page(source) if page else languages.main
        is_main = language is languages.main
        main_home = nav.homepage.file.src_uri if nav.homepage else "index.md"
        home = self._pages.get(languages.versions_of(main_home)[language.code])
        return Frame(
            language=language.code,
            words=language.words["frame"],
            day=partial(day_in_words, words=language.words["dates"]),
            site=language.site,
            reviewer=language.topic.protocol.reviewer,
            home=home or nav.homepage,
            pages=[found for found in self._menu(language, nav) if found is not home],
            sections=[item for item in nav.items if item.is_section] if is_main else [],
            versions=self._versions(source) if page else (),
            original=None if is_main else self._pages.get(self._original(source)),
            versions_of=lambda other: self._versions(other.file.src_uri),
            _pages_by_file=self._pages,
        )

    def _menu(self, language: Language, nav: Navigation) -> list[Page]:
        """The pages of the header: of another language all that it has, in the same order."""
        if language is self._languages.main:
            return [item for item in nav.items if item.is_page]
        own = (
            self._pages.get(self._languages.versions_of(page.file.src_uri)[language.code])
            for page in nav.pages
        )
        return [page for page in own if page is not None]

    def _versions(self, source: str) -> tuple[Version, ...]:
        found = tuple(
            Version(code, language.words["frame"]["language"], page)
            for language in self._languages
            if (code := language.code)
            and (page := self._pages.get(self._languages.versions_of(source)[code]))
        )
        return found if len(found) > 1 else ()

    def _original(self, source: str) -> str:
        return self._languages.versions_of(source)[self._languages.main.code]
