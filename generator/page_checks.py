"""Check what pages call before any is made, so that a mistake is named with page and line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes

from macros.care_card import DispositionNameError, disposition_named
from macros.citation import citation_problems, cited_claims, unsourced_passages
from macros.evidence import EvidenceError, Problem
from macros.how_many import COUNTED
from macros.page_syntax import calls_in, has_macros
from macros.words import read_words
from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from macros.topic import Topic


def check_pages(
    content: Path,
    topic: Topic,
    translations: Mapping[str, Topic] | None = None,
    embedded: Collection[str] | None = None,
) -> None:
    """Check what pages, rules and figures name, and that what pages say of research has a source.

    Args:
        content: The folder of the pages.
        topic: What they may name.
        translations: The same for the pages in the folder of another language.
        embedded: The pages for frames of other sites; None where that is not known.

    Raises:
        EvidenceError: Something they name is not there, or no source is named; every place is told.
    """
    problems: list[Problem] = []
    for path in sorted(content.rglob("*.md")):
        if path.is_relative_to(content / "evidence"):
            continue  # notes for editors, not a page
        markdown = path.read_text(encoding="utf-8")
        folder = path.relative_to(content).parts[0]
        spoken = (translations or {}).get(folder, topic)
        problems += _unsourced(str(path), markdown, spoken.protocol.language)
        if has_macros(markdown):
            problems += citation_problems(topic.register, str(path), markdown)
            problems += _names(str(path), markdown, spoken)
            if embedded is not None:
                problems += _frames(str(path), markdown, embedded)
    problems += _claims_elsewhere(topic, content)
    if problems:
        raise EvidenceError(problems)


def claims_cited(config: MkDocsConfig, topic: Topic) -> Iterator[str]:
    """The claims that pages cite, page by page as the navigation orders them."""
    content = Path(config.docs_dir)
    in_nav = [content / page for page in _pages(config.nav or [])]
    rest = [path for path in sorted(content.rglob("*.md")) if path not in in_nav]
    for path in [*in_nav, *rest]:
        if path.exists():
            for claim, _ in cited_claims(path.read_text(encoding="utf-8")):
                if claim in topic.register.claims:
                    yield claim


def _pages(nav: object) -> Iterator[str]:
    """The files that a navigation names, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _pages(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _pages(item)


def _unsourced(page: str, markdown: str, language: str) -> Iterator[Problem]:
    """What a page says of research without a source."""
    for passage in unsourced_passages(markdown, _speaks_of_research(language)):
        shown = passage.text.strip().split("\n")[0][:60]
        yield Problem(
            page,
            passage.line,
            f"“{shown}…”",
            "it speaks of research and names no source.",
            'Add {{ cite("its-claim") }}. A page about the site itself says about_this_site: true '
            "at its top.",
        )


@cache
def _speaks_of_research(language: str) -> re.Pattern[str]:
    pattern: str = read_words(language)["citation"]["speaks_of_research"]
    return re.compile(pattern, re.IGNORECASE)


def _frames(page: str, markdown: str, embedded: Collection[str]) -> Iterator[Problem]:
    """Snippets of pages for frames that there are not."""
    try:
        calls = calls_in(markdown)
    except TemplateSyntaxError:
        return  # told already
    for call in calls:
        if not isinstance(call.node, nodes.Name) or call.node.name != "embed_snippet":
            continue
        first = call.args[0] if call.args else nodes.Const("")
        language = str(first.value) if isinstance(first, nodes.Const) else ""
        folder = f"{language}/embed" if language else "embed"
        if f"{folder}/index.md" not in embedded:
            spoken = f"name {language} under extra: languages, and " if language else ""
            remedy = (
                f'In mkdocs.yml, {spoken}allow frames under extra: embed: {{ sites: "*" }}; '
                "or take this out."
            )
            what = f"there is no page {folder}/ for frames of other sites."
            yield Problem(page, call.lineno, "embed_snippet()", what, remedy)


def _names(page: str, markdown: str, topic: Topic) -> Iterator[Problem]:
    known: dict[str, Mapping[str, object]] = {
        "figure": topic.figures.by_name,
        "timeline": topic.timelines,
        "how_many": dict.fromkeys(COUNTED),
    }
    try:
        calls = calls_in(markdown)
    except TemplateSyntaxError:
        return  # told already, with its line, where citations are checked
    for call in calls:
        if not isinstance(call.node, nodes.Name) or not call.args:
            continue
        part, name = call.node.name, call.args[0]
        if not isinstance(name, nodes.Const) or not isinstance(name.value, str):
            continue
        shown = f'{part}("{name.value}")'
        if part in known and name.value not in known[part]:
            what = f'there is no {part.replace("_", " ")} "{name.value}".'
            yield Problem(page, name.lineno, shown, what, did_you_mean(name.value, known[part]))
        elif part in ("care_card", "red_flags"):
            try:
                disposition_named(name.value)
            except DispositionNameError as error:
                what, _, remedy = str(error).partition('". ')
                yield Problem(page, name.lineno, shown, f'{what}".', remedy)


def _claims_elsewhere(topic: Topic, content: Path) -> Iterator[Problem]:
    """Claims that rules, timelines, figures and expected courses name."""
    named: list[tuple[str, str, tuple[str, ...]]] = [
        (str(content / "self-check/protocol.toml"), f"rules.{rule.id}.sources", rule.sources)
        for rule in topic.protocol.rules
    ]
    named += [
        (str(content / "timelines.toml"), f"{name}.steps[{number}].claims", step.claims)
        for name, steps in topic.timelines.items()
        for number, step in enumerate(steps)
    ]
    named += [
        (str(content / "figures"), f"figures.{figure.name}.claims", figure.claims)
        for figure in topic.figures.by_name.values()
    ]
    named += [
        (
            str(content / "self-check/course.toml"),
            f"{id}.stretches[{number}].claims",
            stretch.claims,
        )
        for id, course in topic.pictures.courses.items()
        for number, stretch in enumerate(course.stretches)
    ]
    for file, place, claims in named:
        for claim in claims:
            if claim not in topic.register.claims:
                remedy = did_you_mean(claim, topic.register.claims)
                yield Problem(file, None, place, f'there is no claim "{claim}".', remedy)
