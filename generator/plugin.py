"""The MkDocs plugin: it only says when things happen; each thing has its own module."""

from __future__ import annotations

import logging
import os
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from generator.disk_errors import disk_message
from generator.embedding import Embedding
from generator.engine import EngineError
from generator.guide import GuideError
from generator.kept_pages import (
    KeptPages,
    KeptResults,
    PageInputs,
    code_digest,
    data_digest,
    keep_search_entries,
)
from generator.kept_topic import KeptTopic
from generator.languages import Frames, LanguageError, Languages
from generator.offline import ArchiveError
from generator.page_checks import check_pages, claims_cited
from generator.page_report import PageReport
from generator.places import Places, add_look
from generator.policy import PolicyError
from generator.printed_editions import PrintedEditions
from generator.publishing import Publication
from generator.questionnaire_names import questionnaire_names
from generator.release import Release, fix_the_date
from generator.review_dates import day_of_today, review_messages
from generator.settings_checks import SettingsError, check_settings
from generator.sharing import write_share_picture
from generator.site_engine import SiteEngine
from generator.supply_chain import shipped_components
from generator.theme_templates import compiled_templates, keep_templates
from generator.unwritten import told_in_short
from macros.care_card import CardNumbers
from macros.environment import page_environment
from macros.evidence import EvidenceError
from macros.figure import FigureError
from macros.paper_self_check import PaperError, paper_self_check
from macros.region import RegionError
from macros.self_check import PictureError
from macros.timeline import TimelineError
from macros.translation import TranslationError
from macros.vignettes import VignetteError
from macros.words import WordsError
from triage_py import TriageError

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.topic import Topic

CONTENT_ERRORS = (
    SettingsError,
    EngineError,
    TriageError,
    EvidenceError,
    FigureError,
    RegionError,
    TimelineError,
    PictureError,
    VignetteError,
    GuideError,
    PaperError,
    PolicyError,
    ArchiveError,
    LanguageError,
    TranslationError,
    WordsError,
)
"""What a mistake of an author raises: told in its own words, without a traceback."""

FIRST, LAST = 100, -100


class GeneratorPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # MkDocs has no types here
    """Builds engine and guide beside the pages, and publishes all or nothing."""

    topic: Topic
    publication: Publication

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' names
        """Remember whether this is a build, or a preview that MkDocs keeps elsewhere."""
        fix_the_date()
        self.is_preview = command == "serve"
        self.kept_topic = KeptTopic()
        self.code = code_digest()

    @event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the whole topic, and build the engine, before any page is made."""
        self.places = places = Places.of(config)
        content = places.content
        # Before the first of them is read: what changes meanwhile counts as changed at the next build.
        self.data = data_digest(content)
        if not hasattr(self, "results"):
            self.results = KeptResults(self._file_of_results())
        add_look(config, places)
        self._templates = places.cache / "templates"
        keep_templates(config.theme, self._templates)
        self.publication = Publication(config, is_preview=self.is_preview)
        try:
            check_settings(config)
            self.topic = self.kept_topic.read(content)
            self.languages = Languages.read(config, self.topic, self.kept_topic.translate)
            others = {language.code: language.topic for language in self.languages.others}
            self.embedding = Embedding.of(config, self.languages)
            check_pages(content, self.topic, others, self.embedding.sources)
            paper_self_check(self.topic.protocol)  # told before pages are made from it
            self.engine = SiteEngine.build(places, self.topic)
            self.guide = PrintedEditions(places, config, self.languages)
            self.release = Release(places, config, self.embedding.framing)
            fhir_names = questionnaire_names(config, self.topic.protocol)
        except CONTENT_ERRORS as error:
            raise PluginError(_told(error, places)) from error
        _tell_of_reviews(content)
        _tell_what_is_unwritten(places.topic)
        claims_used = self.topic.claims_used(claims_cited(config, self.topic))
        self.guide.claims_used = claims_used
        self.languages.leave_out_of_navigation(config, self.embedding.sources)
        config.extra["page_parts"] = {
            "topics": {language.code: language.topic for language in self.languages},
            "regions": {language.code: language.region for language in self.languages},
            "homes": self.languages.homes(content),
            "embedded": self.embedding.sources,
            "site_url": config.site_url or "",
            "claims_used": claims_used,
            "engine_url": self.engine.url,
            "fhir_names": fhir_names,
            "editions": self.guide.listed(),
            "shipped": shipped_components(places.workshop, content),
            "cards": CardNumbers(),
        }
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages for frames of other sites."""
        for file in self.embedding.files(config):
            files.append(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Know the pages of each language."""
        self.pages.end()
        keep_search_entries(config, self.results)
        self.frames = Frames(self.languages, files)
        env.globals["figure_colours_dark"] = self.topic.figures.dark

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the order of the pages."""
        self.guide.start_anew()
        parts = dict(config.extra["page_parts"])
        cards = parts.pop("cards")
        del parts["topics"]  # the files that they were read from count
        parts["embedded"] = list(parts["embedded"])
        inputs = PageInputs.of(self.code, self.data, config, files, parts)
        self.pages = KeptPages(self.results, inputs, cards)
        self.report = PageReport(self.results, self.code)
        for language in self.languages:
            environment = page_environment(language.code)
            environment.bytecode_cache = compiled_templates(self._templates)

    @event_priority(FIRST)
    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        """Spare a page that nothing changed of the reading of macros and Markdown."""
        return self.pages.take(page, markdown)

    def on_page_content(
        self,
        html: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> None:
        """Hand each page to the guide and to the report as it is made."""
        self.pages.made(page, html)
        self.guide.take(page, html)
        self.report.take(page, html)

    @event_priority(FIRST)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,
    ) -> TemplateContext:
        """Give each page the frame of its language, and let the theme draw figures in it."""
        figures = self.languages.of_page(page.file.src_uri).topic.figures

        def figure(name: str) -> Markup:
            try:
                return Markup(figures.draw(name))  # noqa: S704 - drawn by us
            except FigureError as error:
                raise PluginError(f"{page.file.src_uri}: {error}") from error

        self.report.put_in_place(page, nav, self.languages.of_page(page.file.src_uri).code)
        context["figure"] = figure  # type: ignore[typeddict-unknown-key] # ours
        context["frame"] = self.frames.of(page, nav)  # type: ignore[typeddict-unknown-key] # ours
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,  # noqa: ARG002
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Give templates without a page the frame of the main language."""
        context["frame"] = self.frames.of(None, context["nav"])  # type: ignore[typeddict-unknown-key] # ours
        return context

    @event_priority(LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add engine and guide, and put the new site in the place of the old one."""
        site = Path(config.site_dir)
        try:
            self.engine.write(site)
            self.guide.write(site, is_preview=self.is_preview)
            if not self.is_preview:
                write_share_picture(site, config, self.topic)
            self.release.make(site, is_preview=self.is_preview)
        except CONTENT_ERRORS as error:
            raise PluginError(_told(error, Places.of(config))) from error
        self.publication.publish()
        self.results.end_build(may_save=self._may_save)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-made behind, and say in one line what the disk refused.

        Raises:
            PluginError: In the place of an error of the disk, which says less.
        """
        if hasattr(self, "publication"):
            self.publication.give_up()
            if isinstance(error, OSError):
                raise PluginError(disk_message(error, self.publication.stays)) from error

    def _file_of_results(self) -> Path:
        """By how much is said: what a quiet build did not say has to be said by the next that is not."""
        kind = "preview" if self.is_preview else "build"
        level = logging.getLogger("mkdocs").getEffectiveLevel()
        return self.places.cache / "pages" / f"{kind}-{level}.json"

    def _may_save(self) -> bool:
        """Whether all was made from the files as they still are, by the code as it still is."""
        return self.code == code_digest() and self.data == data_digest(self.places.content)


def _tell_of_reviews(content: Path) -> None:
    """Say which reviews are due. Not as a warning of the build: a day that passes breaks nothing."""
    for message in chain(*review_messages(content, day_of_today())):
        print(message, file=sys.stderr)


def _tell_what_is_unwritten(topic: Path) -> None:
    """Say that prompts are left: a new topic is built from its first minute on."""
    if told := told_in_short(topic):
        print(told, file=sys.stderr)


def _told(error: Exception, places: Places) -> str:
    """The message with file names as seen from the topic's folder."""
    return str(error).replace(f"{places.topic}{os.sep}", "")
