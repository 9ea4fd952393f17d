"""The parts that a page can call, such as `{{ care_card("urgent") }}`.

| call | shows |
|---|---|
| `cite("claim", …)` | the numbers of the sources behind the sentence before it |
| `care_card("urgent", heading="…", points=["…"])` | what to do at one level of urgency |
| `red_flags("emergency")` | the signs that lead to a level |
| `timeline("name")` | a timeline from timelines.toml |
| `figure("name")` | a drawn figure |
| `self_check()`, `paper_self_check()` | the self-check, on screen and on paper |
| `sources_list()` | every source, with what it says |
| `decision_rules()` | every rule of the self-check, with reasons and sources |
| `flow_chart()` | the questions drawn, with what each can lead to |
| `vignette_results()` | what the rules say to the written cases, counted |
| `how_many("sources")` | a number the site tells of itself: claims, sources, rules, cases |
| `page_report()` | what the build counted on each page |
| `guide_editions()` | the printed editions with their pictures |
| `embed_snippet()` | what other sites copy to show the self-check in a frame |
| `licences()` | the work of others that the site brings along |
| `emergency_number`, `helpline` | whom to call in the publisher's region |
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from macros.care_card import care_card_html
from macros.citation import citation_html
from macros.decision_rules import decision_rules_html
from macros.embed_snippet import embed_snippet_html
from macros.environment import page_environment
from macros.flow_chart import flow_chart_html
from macros.guide_editions import guide_editions_html
from macros.how_many import how_many
from macros.licences import licences_html
from macros.page_language import page_language
from macros.page_report import PAGE_REPORT_PLACE
from macros.paper_self_check import paper_self_check_html
from macros.red_flag_list import red_flag_list_html
from macros.self_check import self_check_html
from macros.sources_list import sources_list_html
from macros.timeline import timeline_html
from macros.vignette_results import vignette_results_html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from jinja2 import Environment
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.care_card import CardNumbers
    from macros.licences import Part
    from macros.region import Region
    from macros.topic import Topic
    from triage_py.export.fhir.names import FhirNames

SOURCES_PAGE = "sources/"
SCRIPT = "self-check/define.mjs"
"""The script of the self-check, as the site has it."""


class PageMacros:
    """The parts, bound to one topic and to the page that is being made.

    Args:
        env: mkdocs-macros, which knows the page.
        topics: What the parts are made from, by language, the one of pages without a folder of
            their language first.
        regions: Whose numbers are called, by language.
        homes: The address of the first page, by language.
        embedded: The pages with the self-check for frames of other sites.
        claims_used: Every claim that readers meet, in reading order.
        engine_url: The engine's folder on the site.
        fhir_names: How files saved for a clinic name the questionnaire.
        editions: The printed editions as the settings name them.
        shipped: What readers get of others, and our own code.
        cards: Numbers the care cards.
    """

    NAMES: ClassVar = (
        "cite",
        "care_card",
        "red_flags",
        "timeline",
        "figure",
        "self_check",
        "paper_self_check",
        "sources_list",
        "decision_rules",
        "flow_chart",
        "vignette_results",
        "how_many",
        "page_report",
        "guide_editions",
        "licences",
        "embed_snippet",
    )
    BARE: ClassVar = ("emergency_number", "helpline")
    WORDS: ClassVar = frozenset({*NAMES, *BARE})
    """All that a page may use."""

    def __init__(
        self,
        env: MacrosPlugin,
        *,
        topics: Mapping[str, Topic],
        regions: Mapping[str, Region],
        homes: Mapping[str, str],
        embedded: Collection[str],
        site_url: str,
        claims_used: Sequence[str],
        engine_url: str,
        fhir_names: FhirNames,
        editions: Sequence[dict[str, Any]],
        shipped: Sequence[Part],
        cards: CardNumbers,
    ) -> None:
        self._env = env
        self._topics = topics
        self._regions = regions
        self._homes = homes
        self._embedded = embedded
        self._site_url = site_url
        self._claims_used = claims_used
        self._numbers = next(iter(topics.values())).source_numbers(claims_used)
        self._engine_url = engine_url
        self._fhir_names = fhir_names
        self._editions = editions
        self._shipped = shipped
        self._cards = cards

    def words(self) -> dict[str, _OnThisPage]:
        """The words that pages use without brackets."""
        return {
            word: _OnThisPage(lambda word=word: self._region.link(word))  # type: ignore[misc] # its type is that of `word`
            for word in self.BARE
        }

    @property
    def _home(self) -> str:
        """Where "Clear and leave" leads: a frame stays where it is."""
        page = self._env.page
        is_framed = page.file.src_uri in self._embedded
        return str(page.url) if is_framed else self._homes[self._language]

    @property
    def _language(self) -> str:
        return page_language(self._env.page.file.src_uri, self._topics)

    @property
    def _topic(self) -> Topic:
        return self._topics[self._language]

    @property
    def _region(self) -> Region:
        return self._regions[self._language]

    @property
    def _templates(self) -> Environment:
        return page_environment(self._language)

    def cite(self, *claims: str) -> Markup:
        """The numbers of the sources behind the sentence before it."""
        return citation_html(
            self._topic.register,
            self._numbers,
            claims,
            self._relative(SOURCES_PAGE),
            environment=self._templates,
        )

    def care_card(self, disposition: str, heading: str = "", points: Sequence[str] = ()) -> Markup:
        """What to do at one level of urgency."""
        return care_card_html(
            self._topic.protocol,
            self._region,
            disposition,
            heading=heading,
            points=points,
            number=self._cards.next(),
            environment=self._templates,
        )

    def red_flags(self, disposition: str) -> Markup:
        """The signs that lead to a level."""
        return red_flag_list_html(
            self._topic.protocol, self._region, disposition, self.cite, environment=self._templates
        )

    def timeline(self, name: str) -> Markup:
        """A timeline from timelines.toml."""
        return timeline_html(self._topic.timelines, name, self.cite, environment=self._templates)

    def figure(self, name: str) -> Markup:
        """A drawn figure with its caption."""
        figure = self._topic.figures[name]
        html = self._templates.get_template("figure/figure.jinja").render(
            figure=figure,
            svg=Markup(self._topic.figures.draw(name)),  # noqa: S704 - drawn by us
            citation=self.cite(*figure.claims) if figure.claims else "",
        )
        return _one_block(html)

    def self_check(self) -> Markup:
        """The self-check. Its HTML holds every screen; the engine says which is shown."""
        return _one_block(
            self_check_html(
                self._topic.protocol,
                self._topic.regions,
                self._region,
                cite=self.cite,
                engine_url=self._relative(self._engine_url),
                script_url=self._relative(SCRIPT),
                home_url=self._relative(self._home),
                fhir_names=self._fhir_names,
                paper=self.paper_self_check(),
                body_map=self._body_map(),
                pictures=self._topic.pictures,
                environment=self._templates,
            )
        )

    def _body_map(self) -> Markup | None:
        """The body to tap on, where the topic has one."""
        if self._topic.pictures.body_map is None:
            return None
        return Markup(self._topic.figures.body_map_svg())  # noqa: S704 - drawn by us

    def paper_self_check(self) -> Markup:
        """The self-check on paper, with the same outcomes."""
        return _one_block(
            paper_self_check_html(
                self._topic.protocol, self._region, environment=self._templates, medium="screen"
            )
        )

    def sources_list(self) -> Markup:
        """Every source, with what it says."""
        return sources_list_html(
            self._topic.register, self._claims_used, environment=self._templates
        )

    def decision_rules(self) -> Markup:
        """Every rule of the self-check, with its reason, sources and their strength."""
        return decision_rules_html(
            self._topic.protocol,
            self._topic.register,
            self._region,
            self.cite,
            environment=self._templates,
        )

    def flow_chart(self) -> Markup:
        """The questions drawn, with what each can lead to."""
        return _one_block(
            flow_chart_html(self._topic.protocol, self._region, environment=self._templates)
        )

    def vignette_results(self) -> Markup:
        """What the rules say to the written cases, counted."""
        return _one_block(
            vignette_results_html(
                self._topic.protocol, self._topic.vignettes, environment=self._templates
            )
        )

    def how_many(self, what: str) -> int:
        """A number that the site tells of itself."""
        return how_many(what, self._topic, self._claims_used)

    def page_report(self) -> Markup:
        """What the build counted on each page."""
        return PAGE_REPORT_PLACE

    def guide_editions(self) -> Markup:
        """The printed editions."""
        return guide_editions_html(
            self._editions,
            partial(self._relative),
            environment=self._templates,
            language=self._language,
        )

    def licences(self) -> Markup:
        """The work of others that the site brings along."""
        return _one_block(licences_html(self._shipped, environment=self._templates))

    def embed_snippet(self, language: str = "", *, resizes: bool = True) -> Markup:
        """What a publisher copies to show the self-check on a site of theirs.

        Raises:
            SnippetError: The site has no such page for frames.
        """
        code = language or next(iter(self._topics))
        return _one_block(
            embed_snippet_html(
                self._embedded,
                code if code != next(iter(self._topics)) else "",
                title=self._topics.get(code, self._topic).protocol.title,
                site_url=self._site_url,
                relative=self._relative,
                resizes=resizes,
                environment=self._templates,
            )
        )

    @property
    def _relative(self) -> Callable[[str], str]:
        """Turn an address on the site into one as seen from the page that is being made."""
        return lambda address: get_relative_url(address, self._env.page.url)


class _OnThisPage:
    """A word that differs from page to page: it is looked up when a page prints it.

    Args:
        give: Gives the word for the page that is being made.
    """

    def __init__(self, give: Callable[[], Markup]) -> None:
        self._give = give

    def __str__(self) -> str:
        return str(self._give())

    def __html__(self) -> str:
        return str(self)


def _one_block(html: str) -> Markup:
    """HTML without blank lines and indents, which Markdown would take for the end of a block."""
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the templates escape
