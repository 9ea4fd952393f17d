"""The self-check by itself: a page for other sites to show in a frame, where the settings allow it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from generator.policy import Framing, PolicyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from generator.languages import Languages

SELF_CHECK = "self-check/index.md"
"""The page whose self-check is shown, in the folder of each language."""
FOLDER = "embed"
TEMPLATE = "embed.html"
KEPT = ("title", "description", "reviewed", "review_due", "stylesheets")
"""What the page takes over from the front matter of the page with the self-check."""


@dataclass(frozen=True)
class Embedding:
    """The pages for frames.

    Attributes:
        sites: Who may show them, as `frame-ancestors` has it; empty where nobody may.
        sources: By the page that is made, the page with the self-check in its language.
    """

    sites: tuple[str, ...]
    sources: dict[str, Path]

    @classmethod
    def of(cls, config: MkDocsConfig, languages: Languages) -> Embedding:
        """The pages that `extra.embed` asks for: one in each language that has a self-check.

        Raises:
            PolicyError: The setting is neither "*" nor a list of addresses of sites.
        """
        content = Path(config.docs_dir)
        found = {
            source.removesuffix(SELF_CHECK) + f"{FOLDER}/index.md": content / source
            for source in languages.versions_of(SELF_CHECK).values()
            if (content / source).exists()
        }
        sites = _sites(config.extra.get("embed"))
        return cls(sites, found if sites else {})

    @property
    def framing(self) -> Framing | None:
        """What hosts have to be told; None where no page may be framed."""
        folders = tuple(source.removesuffix("/index.md") for source in self.sources)
        return Framing(folders, self.sites) if folders else None

    def files(self, config: MkDocsConfig) -> Iterator[File]:
        """The pages, as MkDocs takes them."""
        for name, source in self.sources.items():
            meta: dict[str, Any]
            _, meta = get_data(source.read_text(encoding="utf-8"))
            head = {key: meta[key] for key in KEPT if key in meta}
            head |= {"template": TEMPLATE, "search": {"exclude": True}}
            lines = yaml.safe_dump(head, allow_unicode=True)
            yield File.generated(
                config, name, content=f"---\n{lines}---\n\n{{{{ self_check() }}}}\n"
            )


def _sites(setting: object) -> tuple[str, ...]:
    allowed = setting.get("sites") if isinstance(setting, dict) else setting
    if not allowed:
        return ()
    if allowed == "*":
        return ("*",)
    if isinstance(allowed, list) and all(_is_origin(site) for site in allowed):
        return tuple(allowed)
    raise PolicyError(
        f"mkdocs.yml: extra.embed.sites: {allowed!r} says not who may show the self-check.\n"
        '  Write sites: "*" for every site, or a list such as [https://gym.example].'
    )


def _is_origin(site: object) -> bool:
    """Whether it is the address of a site, without a path: no other is safe in a header."""
    if not isinstance(site, str) or any(sign in site for sign in " ;,'\""):
        return False
    parts = urlsplit(site)
    return parts.scheme in ("https", "http") and bool(parts.netloc) and not parts.path
