"""The self-check as HTML: all screens, all results, and the fallback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from macros.care_card import css_name
from macros.environment import words_in
from macros.self_check.curve import curve_path, height_at
from triage_py import Disposition
from triage_py.export.fhir.default_names import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from macros.region import Region
    from macros.self_check.pictures import Pictures
    from triage_py import Protocol
    from triage_py.export.fhir.names import FhirNames

MOST_URGENT_FIRST = tuple(sorted(Disposition, reverse=True))


def self_check_html(
    protocol: Protocol,
    regions: Mapping[str, Region],
    region: Region,
    *,
    cite: Callable[..., Markup],
    engine_url: str,
    environment: Environment,
    pictures: Pictures,
    paper: Markup = Markup(""),  # noqa: B008 - Markup cannot change
    body_map: Markup | None = None,
    script_url: str = "define.mjs",
    home_url: str = "../",
    fhir_names: FhirNames | None = None,
    words: Mapping[str, Any] | None = None,
) -> Markup:
    """Write the self-check: screens, results and fallback. A script only shows, hides and fills in.

    Args:
        protocol: The protocol that asks and advises.
        regions: All regions a reader can switch to, by id; fewer than two leave the switch out.
        region: The region whose numbers are shown first.
        cite: Gives the citation mark for claims, called with their ids.
        engine_url: The folder of the engine as seen from the page, such as
            `../assets/engine/0123456789abcdef/`.
        environment: The environment that finds `self_check/self_check.jinja`.
        paper: The paper self-check: shown without JavaScript and when the engine cannot start.
        body_map: The body as SVG with `data-region` and `data-side` groups, where it is wanted.
        pictures: What the body map ticks, and the course of each pattern.
        script_url: `define.mjs` as seen from the page.
        home_url: The page that "Clear and leave" opens, as seen from the page.
        fhir_names: How saved files name the FHIR Questionnaire; by default after the protocol.
        words: The words of the frame; by default those of the environment's language.

    Returns:
        One block of HTML without blank lines: it may stand between paragraphs of Markdown.
    """
    html = environment.get_template("self_check/self_check.jinja").render(
        protocol=protocol,
        dispositions=[
            (disposition, protocol.words[disposition]) for disposition in MOST_URGENT_FIRST
        ],
        emergency=Disposition.EMERGENCY,
        urgent=Disposition.URGENT,
        unsure_rules={rule.for_unsure: rule for rule in protocol.rules if rule.for_unsure},
        css_name=css_name,
        region=region,
        regions=regions,
        cite=cite,
        paper=paper,
        body_map=body_map if pictures.body_map else None,
        body_map_options=pictures.body_map,
        courses=pictures.courses,
        curve_path=curve_path,
        height_at=height_at,
        engine_url=engine_url,
        script_url=script_url,
        home_url=home_url,
        fhir=fhir_names or names_of(protocol),
        words=words if words is not None else words_in(environment)["self_check"],
    )
    # A blank line would end the block for Markdown.
    lines = (line.strip() for line in html.splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - the template escapes
