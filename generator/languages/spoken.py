"""The languages that a site speaks, and the topic in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pathspec import GitIgnoreSpec

from generator.languages.site_words import SiteWords
from macros.page_language import original_of, page_language
from macros.translation import translate_topic
from macros.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from macros.region import Region
    from macros.topic import Topic
    from macros.words import OwnWords


class LanguageError(Exception):
    """The languages of the settings cannot be used; the message names the place and the remedy."""


@dataclass(frozen=True)
class Language:
    """One language of a site.

    Attributes:
        code: Its tag, such as `es`.
        topic: The topic in it.
        region: Whose numbers are called, with their names in it.
        site: What the settings say of the site, in it.
        words: The words of the parts in it.
    """

    code: str
    topic: Topic
    region: Region
    site: SiteWords
    words: OwnWords


class Languages:
    """All languages of a site, the one that the topic is written in first.

    Args:
        languages: By code.
    """

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._by_code = dict(languages)

    @classmethod
    def read(
        cls,
        config: MkDocsConfig,
        topic: Topic,
        translate: Callable[[Topic, Path, str], Topic] = translate_topic,
    ) -> Languages:
        """Read the topic in every language of `extra.languages`.

        Args:
            config: MkDocs' settings.
            topic: The topic as it is written.
            translate: Puts it into another language.

        Raises:
            LanguageError: The settings name a language that cannot be one, or a page translates
                nothing.
            TranslationError: A translation is not complete.
            WordsError: The parts have no words in a language.
        """
        content = Path(config.docs_dir)
        main = str(config.theme["language"])
        region = str(config.extra.get("region"))
        chosen = topic.regions.chosen(config.extra.get("region"))
        site = SiteWords.of_settings(config, chosen)
        found = {main: Language(main, topic, chosen, site, read_words(main))}
        for code in _others(config, content, main):
            own = translate(topic, content, code)
            there = own.regions[region]
            site = SiteWords.translated(config, there, content / code)
            found[code] = Language(code, own, there, site, read_words(code))
        languages = cls(found)
        languages._check_pages(content)
        return languages

    @property
    def main(self) -> Language:
        """The language that the topic is written in."""
        return next(iter(self._by_code.values()))

    @property
    def others(self) -> tuple[Language, ...]:
        """All but the main language."""
        return tuple(self._by_code.values())[1:]

    @property
    def codes(self) -> tuple[str, ...]:
        """The tags of all, the main language first."""
        return tuple(self._by_code)

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_code.values())

    def of_page(self, source: str) -> Language:
        """The language of a page, by its file in the content folder."""
        return self._by_code[page_language(source, self.codes)]

    def versions_of(self, source: str) -> dict[str, str]:
        """By language, the files that say the same as a page: the page itself among them."""
        original = original_of(source, self.codes)
        return {
            code: original if code == self.main.code else f"{code}/{original}"
            for code in self.codes
        }

    def homes(self, content: Path) -> dict[str, str]:
        """The address of the first page by language, where it has one; else of the main language."""
        return {
            code: f"{code}/" if (content / code / "index.md").exists() else ""
            for code in self.codes
        }

    def leave_out_of_navigation(self, config: MkDocsConfig, more: Iterable[str] = ()) -> None:
        """Let translated pages stand in no menu but that of their own language.

        Args:
            config: MkDocs' settings.
            more: Other pages that stand in no menu.
        """
        folders = GitIgnoreSpec.from_lines(
            [*(f"/{language.code}/" for language in self.others), *(f"/{page}" for page in more)]
        )
        config.not_in_nav = config.not_in_nav + folders if config.not_in_nav else folders

    def _check_pages(self, content: Path) -> None:
        for language in self.others:
            for path in sorted((content / language.code).rglob("*.md")):
                original = path.relative_to(content / language.code)
                if not (content / original).exists():
                    raise LanguageError(
                        f"{path}: it translates nothing: there is no {content / original}.\n"
                        "  Give both files the same path, or delete this one."
                    )


def _others(config: MkDocsConfig, content: Path, main: str) -> list[str]:
    codes: Any = config.extra.get("languages") or []
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise LanguageError(
            "mkdocs.yml: extra.languages: this is no list of languages.\n"
            f'  Write languages: [es], without the language of the site itself, "{main}".'
        )
    for code in codes:
        if code == main or codes.count(code) > 1:
            raise LanguageError(
                f'mkdocs.yml: extra.languages: "{code}" is there already.\n'
                f'  Name each language once, and not "{main}": theme.language names it.'
            )
        if not (content / code).is_dir():
            raise LanguageError(
                f'mkdocs.yml: extra.languages: there is no folder {content / code} for "{code}".\n'
                "  docs/how-to/add-a-language.md tells what belongs in it."
            )
    return codes
