"""The Jinja2 environments of the page parts, for screen and for paper: one for each language."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.words import REFERENCE, day_in_words, read_words

if TYPE_CHECKING:
    from macros.words import OwnWords


@lru_cache(maxsize=8)
def page_environment(language: str = REFERENCE) -> Environment:
    """The environment that finds templates by part, such as `care_card/care_card.jinja`.

    Every template knows `own_words`, the words of the parts in the language by part, and `day`,
    which writes a date. A misspelt name in a template is an error, not a gap in the page.

    Args:
        language: The tag of the language that the parts speak.

    Raises:
        WordsError: There are no words in that language, or they are not complete.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    own_words = read_words(language)
    environment.globals.update(
        own_words=own_words, day=partial(day_in_words, words=own_words["dates"])
    )
    return environment


def words_in(environment: Environment) -> OwnWords:
    """The words of the parts in the language that an environment speaks."""
    return cast("OwnWords", environment.globals["own_words"])
