"""What a publisher of another site copies to show the self-check there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from jinja2 import Environment

__all__ = ["ALLOWED", "SnippetError", "embed_snippet_html"]

ALLOWED = (
    "allow-scripts",
    "allow-same-origin",
    "allow-forms",
    "allow-modals",
    "allow-downloads",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
)
"""What the frame may do, and why: run the engine, from its own site, on "Next"; print; save a file; open
sources in a new tab and dial; and that tab is a common one. It may not touch the page around it."""
NO_ADDRESS = "https://YOUR-SITE/"
"""Stands in while the settings name no address of the site."""


class SnippetError(ValueError):
    """A page shows the snippet of a page for frames that there is not."""


def embed_snippet_html(
    pages: Collection[str],
    language: str,
    *,
    title: str,
    site_url: str,
    relative: Callable[[str], str],
    resizes: bool,
    environment: Environment,
) -> Markup:
    """Write the snippet with a button that copies it.

    Args:
        pages: The pages for frames.
        language: The folder of a language; empty for the language of the site.
        title: What the frame is called.
        site_url: Where the site stands, or empty.
        relative: Turns an address on the site into one as seen from the page.
        resizes: Whether the frame gets as high as what it shows.
        environment: The environment that finds `embed_snippet/embed_snippet.jinja`.

    Raises:
        SnippetError: There is no such page.
    """
    folder = f"{language}/embed/" if language else "embed/"
    if f"{folder}index.md" not in pages:
        raise SnippetError(
            f"embed_snippet(): there is no page for frames in {folder}.\n"
            '  Allow it in mkdocs.yml, under extra: embed: { sites: "*" }.'
        )
    base = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
    html = environment.get_template("embed_snippet/embed_snippet.jinja").render(
        address=f"{base or NO_ADDRESS}{folder}",
        stands_in=not base,
        here=relative(folder),
        title=title,
        allowed=ALLOWED,
        resizes=resizes,
    )
    return Markup(html)  # noqa: S704 - the template escapes
