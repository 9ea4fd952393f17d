"""The icons of the levels as style rules: drawn as grounds, they are no figures to read out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from macros.care_card import css_name
from triage_py import Disposition

if TYPE_CHECKING:
    from jinja2 import Environment

INKS = {
    Disposition.EMERGENCY: "#8e1520",
    Disposition.URGENT: "#7c4300",
    Disposition.SOON: "#1d4b86",
    Disposition.SELF_CARE: "#1c6239",
}


def icon_rules(environment: Environment) -> str:
    """Custom properties `--icon-<level>` and `--icon-<level>-white` for the print styles."""
    draw = environment.get_template("care_card/icons.jinja").module.icon  # type: ignore[attr-defined]
    rules = []
    for level, ink in INKS.items():
        for suffix, colour in (("", ink), ("-white", "#ffffff")):
            svg = str(draw(css_name(level))).replace("currentColor", colour).replace("\n", "")
            svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
            uri = f"data:image/svg+xml,{quote(svg)}"
            rules.append(f'--icon-{css_name(level)}{suffix}: url("{uri}");')
    return ":root { " + " ".join(rules) + " }"
