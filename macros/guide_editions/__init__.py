"""The printed editions: what each is for, its picture and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from macros.words import REFERENCE, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment

__all__ = ["guide_editions_html"]


def guide_editions_html(
    editions: Sequence[dict[str, Any]],
    relative: Callable[[str], str],
    *,
    environment: Environment,
    language: str = REFERENCE,
) -> Markup:
    """Write the list of editions.

    Args:
        editions: Each with `title`, `text`, `language`, `file` and, where it has one, `picture`:
            addresses on the site.
        relative: Turns an address on the site into one as seen from the page.
        environment: The environment that finds `guide_editions/guide_editions.jinja`.
        language: The language of the page: editions in another are marked.
    """
    template = environment.get_template("guide_editions/guide_editions.jinja")
    html = template.render(
        editions=editions, relative=relative, language=language, words_of=read_words
    )
    return Markup(html.strip())  # noqa: S704 - the template escapes
