"""Check what every site needs in its settings and its folder, before anything is made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

PAGES = {
    "self-check/index.md": "the page of the self-check, with {{ self_check() }}",
    "sources.md": "the page that the small numbers lead to, with {{ sources_list() }}",
}
STRIP = ("heading", "text", "action")
GUIDE = ("name", "title", "pages")


class SettingsError(Exception):
    """The settings lack something; the message names file, key and remedy."""


def check_settings(config: MkDocsConfig) -> None:
    """Check `extra.emergency_strip`, `extra.guide` and the pages that others lead to.

    Args:
        config: MkDocs' settings.

    Raises:
        SettingsError: Something is missing; everything that is missing is told.
    """
    content = Path(config.docs_dir)
    extra = dict(config.extra)
    problems = [
        *_missing(extra, "emergency_strip", STRIP),
        *_missing(extra, "guide", GUIDE),
        *_pages_of_the_guide(extra.get("guide"), content),
    ]
    problems += [
        f"{content / page}: this page is missing. It is {what}."
        for page, what in PAGES.items()
        if not (content / page).is_file()
    ]
    if problems:
        raise SettingsError("\n".join(problems))


def _missing(extra: dict[str, Any], name: str, keys: tuple[str, ...]) -> Iterator[str]:
    table = extra.get(name)
    if not isinstance(table, dict):
        yield (
            f"mkdocs.yml: extra.{name}: it is missing. Add it, with {', '.join(keys)}: "
            "the settings of the examples show its form."
        )
        return
    for key in keys:
        if not table.get(key):
            yield f"mkdocs.yml: extra.{name}.{key}: it is missing. Add it."


def _pages_of_the_guide(guide: object, content: Path) -> Iterator[str]:
    pages = guide.get("pages") if isinstance(guide, dict) else None
    if not isinstance(pages, list):
        return
    known = sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))
    for page in pages:
        if page not in known:
            told = did_you_mean(str(page), known)
            yield f'mkdocs.yml: extra.guide.pages: there is no page "{page}". {told}'
