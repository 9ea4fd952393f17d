"""The interview as a flow chart, drawn from the protocol, with the same in words below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.care_card import css_name
from macros.environment import words_in
from triage_py.dispositions import MOST_URGENT_FIRST
from triage_py.export.drawing import flow_svg_parts
from triage_py.export.flow import interview_flow
from triage_py.export.words import FlowWords, short_words

if TYPE_CHECKING:
    from jinja2 import Environment

    from macros.region import Region
    from triage_py import Protocol

__all__ = ["flow_chart_html"]

PARTS = 3
"""Below each other on a phone, beside each other on a wide screen."""


def flow_chart_html(protocol: Protocol, region: Region, *, environment: Environment) -> Markup:
    """Draw the interview and tell it in words.

    Args:
        protocol: Whose interview.
        region: Whose numbers stand in the texts.
        environment: The environment that finds `flow_chart/flow_chart.jinja`.
    """
    flow = interview_flow(protocol)
    words = FlowWords(**words_in(environment)["flow_chart"]["chart"])
    parts = flow_svg_parts(flow, words, count=PARTS, fill=region.fill)
    return Markup(  # noqa: S704 - the template escapes
        environment.get_template("flow_chart/flow_chart.jinja").render(
            flow=flow,
            parts=[Markup(part) for part in parts],  # noqa: S704 - drawn by us
            words=words,
            gate=lambda condition: short_words(protocol, condition, words),
            levels=MOST_URGENT_FIRST,
            css_name=css_name,
            region=region,
        )
    )
