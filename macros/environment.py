"""The one Jinja2 environment of the page parts, for screen and for paper."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


@lru_cache(maxsize=1)
def page_environment() -> Environment:
    """The environment that finds templates by part, such as `care_card/care_card.jinja`.

    A misspelt name in a template is an error, not a gap in the page.
    """
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
