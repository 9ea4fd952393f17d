"""The editions: which there are, and how each is printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.guide.content import GuideContent, GuideError
from generator.guide.document import guide_document
from generator.guide.page_on_paper import section_ids, sections_chosen
from generator.guide.picture import PICTURE_WIDTH, page_count, picture_of
from generator.guide.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_BYTES = 1_000_000
"""An edition has to be quick to fetch on a phone."""


@dataclass(frozen=True)
class PlannedEdition:
    """An edition before it is printed.

    Attributes:
        name: What tells it from the others, such as `a4`.
        title: What readers call it.
        text: For whom or what it is good.
        file: The name of its PDF.
        picture: The name of the picture of its first page.
        picture_size: Width and height of that picture in pixels.
    """

    name: str
    title: str
    text: str
    file: str
    picture: str
    picture_size: tuple[int, int]


@dataclass(frozen=True)
class Edition(PlannedEdition):
    """An edition that is printed.

    Attributes:
        path: Its PDF.
        picture_path: The picture of its first page.
        pages: How many pages it has.
    """

    path: Path
    picture_path: Path
    pages: int


def planned_editions(settings: Mapping[str, Any]) -> tuple[PlannedEdition, ...]:
    """The editions that `build_guide` will print.

    Raises:
        GuideError: A setting is missing.
    """
    for key in ("name", "title", "pages"):
        if not settings.get(key):
            raise GuideError(f"mkdocs.yml: extra.guide.{key}: it is missing. Add it.")
    return tuple(_planned(settings))


def _planned(settings: Mapping[str, Any]) -> Iterator[PlannedEdition]:
    stem = settings["name"]
    portrait = (PICTURE_WIDTH, round(PICTURE_WIDTH * 297 / 210))
    yield PlannedEdition(
        "a4", "The guide", "A4, to read, keep and hand on.",
        f"{stem}-a4.pdf", f"{stem}-a4.png", portrait,
    )  # fmt: skip


def build_guide(content: GuideContent, cache: Path) -> tuple[Edition, ...]:
    """Print every edition, or take it from the cache where nothing changed.

    Args:
        content: What is printed.
        cache: A folder to keep printed editions in.

    Raises:
        GuideError: An edition cannot be printed; the message says which and why.
    """
    cache.mkdir(parents=True, exist_ok=True)
    content = _with_chosen_sections(content)
    return tuple(_printed(plan, content, cache) for plan in planned_editions(content.settings))


def _printed(plan: PlannedEdition, content: GuideContent, cache: Path) -> Edition:
    html = guide_document(content, ())
    key = hashlib.sha256(
        "\n".join([version("weasyprint"), plan.file, html, *_digests(content)]).encode()
    ).hexdigest()[:16]
    path = cache / f"{key}-{plan.file}"
    picture = cache / f"{key}-{plan.picture}"
    if not path.exists():
        pdf = typeset(html, content.fonts, what=plan.file)
        if len(pdf) > MOST_BYTES:
            raise GuideError(
                f"{plan.file}: it has {len(pdf):,} bytes, more than {MOST_BYTES:,}. "
                "Print fewer pages (mkdocs.yml: extra.guide.pages) or simpler figures."
            )
        path.write_bytes(pdf)
    if not picture.exists():
        picture_of(path, picture)
    return Edition(
        **{field: getattr(plan, field) for field in PlannedEdition.__dataclass_fields__},
        path=path,
        picture_path=picture,
        pages=page_count(path),
    )


def _digests(content: GuideContent) -> Iterator[str]:
    for font in sorted(content.fonts.glob("*.woff2")):
        yield hashlib.sha256(font.read_bytes()).hexdigest()


def _with_chosen_sections(content: GuideContent) -> GuideContent:
    """Leave out the sections that the settings leave out: `leave_out: [page.md#section]`.

    Raises:
        GuideError: The settings name a section that is not on the page.
    """
    left_out = [str(name) for name in content.settings.get("leave_out", ())]
    pages = []
    for page in content.pages:
        names = {name.partition("#")[2] for name in left_out if name.partition("#")[0] == page.key}
        for name in sorted(names - set(section_ids(page))):
            raise GuideError(
                f"mkdocs.yml: extra.guide.leave_out: {page.key} has no section "
                f'"{name}". Its sections are: {", ".join(filter(None, section_ids(page)))}.'
            )
        pages.append(sections_chosen(page, frozenset(names)))
    return replace(content, pages=tuple(pages))
