"""The editions: which there are, and how each is printed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.guide.content import GuideContent, GuideError
from generator.guide.document import (
    guide_document,
    red_flags_document,
    self_check_document,
    wallet_document,
    with_styles,
)
from generator.guide.imposition import folded
from generator.guide.page_on_paper import classes_on, section_ids, sections_chosen
from generator.guide.picture import PICTURE_WIDTH, page_count
from generator.guide.press import Job, Press
from generator.guide.sheet_fit import SIDES, too_long
from macros.paper_self_check import paper_self_check
from macros.words import REFERENCE, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path


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
        language: The language that it is in, and called in.
    """

    name: str
    title: str
    text: str
    file: str
    picture: str
    picture_size: tuple[int, int]
    language: str


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


@dataclass(frozen=True)
class _Recipe:
    """How an edition is made: its size in millimetres, its document, what is done to its pages.

    What it is called stands with the words of each language.
    """

    name: str
    size: tuple[float, float]
    write: Callable[[GuideContent], str]
    finish: Callable[[bytes], bytes] | None = None
    styles: tuple[str, ...] = ()
    """Style sheets on top of those of the document."""
    most_pages: int | None = None
    """A sheet, and what is to hang on a wall or to be cut out, has to fit on so many pages."""


_A4, _A4_ACROSS, _LETTER, _A3 = (210, 297), (297, 210), (215.9, 279.4), (420, 297)

_RECIPES = (
    _Recipe("a4", _A4, guide_document),
    _Recipe("letter", _LETTER, guide_document, styles=("letter",)),
    _Recipe("large-print", _A4, guide_document, styles=("large-print",)),
    _Recipe("booklet", _A4_ACROSS, guide_document, folded, ("a5",)),
    _Recipe("self-check-a3", _A3, self_check_document, folded, most_pages=SIDES // 2),
    _Recipe("self-check", _A4, self_check_document, most_pages=SIDES),
    _Recipe("red-flag-card", _A4, red_flags_document, most_pages=1),
    _Recipe("wallet-cards", _A4, wallet_document, most_pages=2),
)
IN_EVERY_LANGUAGE = ("red-flag-card",)
"""What is printed in the other languages of a site too: it needs no page of the guide."""


def planned_editions(
    settings: Mapping[str, Any], languages: Sequence[str] = (REFERENCE,)
) -> tuple[PlannedEdition, ...]:
    """The editions that `build_guide` will print: all, or those that the settings name.

    Args:
        settings: `extra.guide` of the settings.
        languages: The languages of the site, the one that the guide is in first.

    Raises:
        GuideError: A setting is missing, or names an edition that does not exist.
    """
    main, *others = languages
    return tuple(
        _plan(recipe, settings, language, main)
        for language in (main, *others)
        for recipe in _chosen(settings)
        if language == main or recipe.name in IN_EVERY_LANGUAGE
    )


def build_guide(
    content: GuideContent, cache: Path, translations: Sequence[GuideContent] = ()
) -> tuple[Edition, ...]:
    """Print every edition, or take it from the cache where nothing changed.

    Args:
        content: What is printed.
        cache: A folder to keep printed editions in.
        translations: The same in the other languages, for what is printed in every language.

    Raises:
        GuideError: An edition cannot be printed; the message says which and why.
    """
    recipes = _chosen(content.settings)
    shared = [recipe for recipe in recipes if recipe.name in IN_EVERY_LANGUAGE]
    content = _with_chosen_sections(content)
    press = Press(content.fonts, [content.logo] if content.logo else [], cache)
    wanted = [(content, recipe) for recipe in recipes]
    wanted += [(translation, recipe) for translation in translations for recipe in shared]
    # The whole guide takes longest to write: what needs no page is printed meanwhile.
    order = sorted(range(len(wanted)), key=lambda place: wanted[place][1].write is guide_document)
    printed = dict(zip(order, press.print(_jobs(wanted[place] for place in order)), strict=True))
    plans = planned_editions(
        content.settings, [content.language, *(other.language for other in translations)]
    )
    return tuple(
        Edition(
            **asdict(plan),
            path=path,
            picture_path=path.with_suffix(".webp"),
            pages=_pages(plan, path, content),
        )
        for plan, (_, path) in zip(plans, sorted(printed.items()), strict=True)
    )


def _pages(plan: PlannedEdition, path: Path, content: GuideContent) -> int:
    pages = page_count(path)
    (recipe,) = (recipe for recipe in _RECIPES if recipe.name == plan.name)
    most = recipe.most_pages
    if most is not None and pages > most:
        if recipe.write is self_check_document:
            raise GuideError(f"{plan.file}: {too_long(paper_self_check(content.topic.protocol))}")
        raise GuideError(
            f"{plan.file}: it takes {pages} pages, and there is room for {most}.\n"
            "  Shorten the options of the first question, or what to do in an emergency, in "
            f'the language "{plan.language}".'
        )
    return pages


def _chosen(settings: Mapping[str, Any]) -> list[_Recipe]:
    for key in ("name", "title", "pages"):
        if not settings.get(key):
            raise GuideError(f"mkdocs.yml: extra.guide.{key}: it is missing. Add it.")
    known = {recipe.name: recipe for recipe in _RECIPES}
    names = settings.get("editions", list(known))
    for name in names:
        if name not in known:
            raise GuideError(
                f'mkdocs.yml: extra.guide.editions: there is no edition "{name}". '
                f"There are: {', '.join(known)}."
            )
    return [known[name] for name in names]


def _plan(recipe: _Recipe, settings: Mapping[str, Any], language: str, main: str) -> PlannedEdition:
    words = read_words(language)["guide"]["editions"][recipe.name]
    stem = f"{settings['name']}-{recipe.name}{'' if language == main else f'-{language}'}"
    width, height = recipe.size
    picture_size = (PICTURE_WIDTH, round(PICTURE_WIDTH * height / width))
    return PlannedEdition(
        recipe.name,
        words["title"],
        words["text"],
        f"{stem}.pdf",
        f"{stem}.webp",
        picture_size,
        language,
    )


def _jobs(wanted: Iterable[tuple[GuideContent, _Recipe]]) -> Iterator[Job]:
    """The documents of some editions; one that several are made from is written once."""
    written: dict[object, str] = {}
    for content, recipe in wanted:
        made_from = content.language, recipe.write
        if made_from not in written:
            written[made_from] = recipe.write(content)
        html = with_styles(written[made_from], recipe.styles)
        yield Job(f"{content.settings['name']}-{recipe.name}.pdf", html, recipe.finish)


def _with_chosen_sections(content: GuideContent) -> GuideContent:
    """Leave out what the settings leave out: `leave_out: [page.md#section, .class]`.

    Raises:
        GuideError: The settings name a section that is not on the page, or a class on no page.
    """
    left_out: dict[str, set[str]] = {}
    classes: set[str] = set()
    for name in map(str, content.settings.get("leave_out", ())):
        if name.startswith("."):
            classes.add(name)
            continue
        page, _, section = name.partition("#")
        left_out.setdefault(page, set()).add(section)
    found = {f".{name}" for page in content.pages for name in classes_on(page)}
    for name in sorted(classes - found):
        raise GuideError(
            f'mkdocs.yml: extra.guide.leave_out: nothing in the guide has the class "{name}".'
        )
    for problem in _wrong_sections(content, left_out):
        raise GuideError(problem)
    return replace(
        content,
        pages=tuple(
            sections_chosen(page, frozenset(left_out.get(page.key, ())) | classes)
            for page in content.pages
        ),
    )


def _wrong_sections(content: GuideContent, left_out: Mapping[str, set[str]]) -> Iterator[str]:
    known = {page.key: section_ids(page) for page in content.pages}
    for page, sections in left_out.items():
        if page not in known:
            yield (
                f'mkdocs.yml: extra.guide.leave_out: the guide has no page "{page}". '
                f"Its pages are: {', '.join(known)}."
            )
            continue
        for section in sorted(sections - set(known[page])):
            yield (
                f'mkdocs.yml: extra.guide.leave_out: {page} has no section "{section}". '
                f"Its sections are: {', '.join(filter(None, known[page]))}."
            )
