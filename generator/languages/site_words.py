"""What the settings say of a site to its readers, in each language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.translation import TranslationError
from macros.translation.checks import translation_problems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from macros.region import Region

FILE = "site.toml"


@dataclass(frozen=True)
class SiteWords:
    """The publisher's words around the pages.

    Attributes:
        name: Of the site.
        description: Of the site, in a sentence.
        copyright: The small print at the end of each page.
        emergency: The emergency strip: its words, the number as it is written and as it is dialled.
    """

    name: str
    description: str
    copyright: str
    emergency: Mapping[str, str]

    @classmethod
    def of_settings(cls, config: MkDocsConfig, region: Region) -> SiteWords:
        """Those of `mkdocs.yml`, in the main language."""
        return cls._of(_settings(config), region)

    @classmethod
    def translated(cls, config: MkDocsConfig, region: Region, folder: Path) -> SiteWords:
        """Those of `site.toml` in the folder of another language.

        Raises:
            TranslationError: The file is missing, is not TOML, or is not complete.
        """
        path = folder / FILE
        try:
            own = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            remedy = "It says in this language what mkdocs.yml says of the site to its readers."
            raise TranslationError(f"{path}: cannot be read: {error}. {remedy}") from error
        problems = list(translation_problems(_settings(config), own, str(path)))
        if problems:
            raise TranslationError("\n".join(problems))
        return cls._of(own, region)

    @classmethod
    def _of(cls, words: Mapping[str, Any], region: Region) -> SiteWords:
        strip = {key: region.fill(text) for key, text in words.get("emergency_strip", {}).items()}
        return cls(
            name=words["site_name"],
            description=words.get("site_description", ""),
            copyright=words.get("copyright", ""),
            emergency={
                "number": region.emergency_number,
                "tel": region.emergency_tel,
                **strip,
            },
        )


def _settings(config: MkDocsConfig) -> dict[str, Any]:
    """The settings that readers read, without those that are not set."""
    strip = config.extra.get("emergency_strip") or {}
    words = {
        "site_name": config.site_name,
        "site_description": config.site_description,
        "copyright": config.copyright,
        "emergency_strip": {key: str(text) for key, text in strip.items()},
    }
    return {key: value for key, value in words.items() if value}
