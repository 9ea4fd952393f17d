"""What the guide is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from macros.region import Region
    from macros.topic import Topic


class GuideError(Exception):
    """An edition cannot be printed; the message says which, why, and what to do."""


@dataclass(frozen=True)
class GuidePage:
    """One page of the site.

    Attributes:
        key: Its file in the content folder, such as `what-to-do.md`.
        title: Its title.
        html: Its content as MkDocs rendered it.
        meta: Its front matter.
        url: Its address inside the site, such as `what-to-do/`.
    """

    key: str
    title: str
    html: str
    meta: Mapping[str, Any]
    url: str

    @property
    def anchor(self) -> str:
        """What its anchors begin with inside the guide."""
        return self.key.removesuffix(".md").removesuffix("/index").replace("/", "-")


def logo_of(publisher: Mapping[str, Any], folders: Iterable[Path]) -> Path | None:
    """The file of `extra.publisher.logo`; None where the settings name none.

    Args:
        publisher: `extra.publisher` of the settings.
        folders: Where it may lie.

    Raises:
        GuideError: It lies nowhere.
    """
    name = publisher.get("logo")
    if not name:
        return None
    places = [folder / str(name) for folder in folders]
    for place in places:
        if place.is_file():
            return place
    looked = " or ".join(str(place) for place in places)
    raise GuideError(
        f'mkdocs.yml: extra.publisher.logo: there is no file "{name}".\n'
        f"  Put it at {looked}, or leave the setting out."
    )


@dataclass(frozen=True)
class GuideContent:
    """Everything that is printed.

    Attributes:
        settings: `extra.guide` of the settings: name, title, subtitle, pages, cover_figure, diary.
        pages: The pages, in the order in which they are printed.
        topic: Protocol, evidence register, figures.
        region: Whose numbers are called.
        claims_used: Every claim that readers of the site meet, in reading order.
        publisher: `extra.publisher` of the settings: name, url, logo.
        site_name: The name of the site.
        site_url: Where the site stands, or empty.
        fonts: The folder of the fonts.
        logo: The publisher's picture for the cover.
    """

    settings: Mapping[str, Any]
    pages: tuple[GuidePage, ...]
    topic: Topic
    region: Region
    claims_used: tuple[str, ...]
    publisher: Mapping[str, Any]
    site_name: str
    site_url: str
    fonts: Path
    logo: Path | None = None

    @property
    def language(self) -> str:
        """The language that it is printed in."""
        return self.topic.protocol.language

    @property
    def has_diary(self) -> bool:
        """Whether the pain diary is printed: `diary: false` leaves it out where nothing hurts."""
        return bool(self.settings.get("diary", True))
