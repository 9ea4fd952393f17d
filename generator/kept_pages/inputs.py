"""What pages are made from besides their own words: data, settings, code and tools."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from generator.kept_pages.results import key_of
from generator.places import WORKSHOP, Places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

CODE = ("generator", "macros", "triage_py")
TOOLS = (
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-macros-plugin",
    "mkdocs-material",
    "pymdown-extensions",
    "pyyaml",
)
SETTINGS = (
    "site_name",
    "site_url",
    "site_description",
    "copyright",
    "nav",
    "markdown_extensions",
    "mdx_configs",
    "use_directory_urls",
)
KNOWN_EXTENSIONS = {
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html",
    "pymdownx.details", "sane_lists", "smarty", "tables", "toc",
}  # fmt: skip
"""They read nothing but the page: what others read, nobody here knows."""
KNOWN_PLUGINS = {"generator", "macros", "search", "material/search"}
OWN_MODULES = ["macros"]


def code_digest() -> str:
    """A digest of all Python and all words that a process reads once, as they are on the disk now."""
    return _digest(WORKSHOP, _ours({".py", ".toml"}))


def data_digest(content: Path) -> str:
    """A digest of templates and the topic's data, as they are on the disk now.

    Args:
        content: The topic's pages and data. Its pages count one by one, each for itself.
    """
    data = (path for path in content.rglob("*") if path.suffix != ".md")
    return _digest(WORKSHOP, _ours({".jinja"})) + _digest(content, data)


@dataclass(frozen=True)
class PageInputs:
    """What all pages of one build are made from.

    Attributes:
        digest: Of all of it.
        is_known: Whether that is all: another plugin or extension may read what it wants.
    """

    digest: str
    is_known: bool

    @classmethod
    def of(
        cls,
        code: str,
        data: str,
        config: MkDocsConfig,
        files: Files,
        parts: Mapping[str, object],
    ) -> PageInputs:
        """The inputs of a build.

        Args:
            code: What `code_digest` gave when the process started: it goes on with what it read then.
            data: What `data_digest` gave before the build read the first of those files.
            config: MkDocs' settings.
            files: All files of the site: links lead to them.
            parts: What the page parts are given besides the topic.
        """
        extra = {key: value for key, value in config.extra.items() if key != "page_parts"}
        digest = key_of(
            "inputs",
            [code, data, sys.version, _tools()],
            {name: config[name] for name in SETTINGS},
            {"language": config.theme["language"], "extra": extra},
            _as_data(config.validation),
            parts,
            sorted([file.src_uri, file.url, file.inclusion.name] for file in files),
        )
        return cls(digest, _reads_nothing_else(config))


def _reads_nothing_else(config: MkDocsConfig) -> bool:
    """Whether pages are made by nothing but what is known here."""
    macros = config.plugins.get("macros")
    settings: Mapping[str, Any] = macros.config if macros else {}
    return (
        macros is not None
        and set(config.plugins) <= KNOWN_PLUGINS
        and not config.hooks
        and set(map(str, config.markdown_extensions)) <= KNOWN_EXTENSIONS
        and settings["modules"] == OWN_MODULES
        and not settings["include_yaml"]
        and not any(Places.of(config).topic.glob(f"{settings['module_name']}*"))
        and not any(value for name, value in settings.items() if name.startswith("j2_"))
        and macros.__class__.__module__ == "mkdocs_macros.plugin"
        and not (macros.pre_macro_functions or macros.post_macro_functions)
        and set(macros.macros) == _own_macros(macros.macros)
    )


def _own_macros(macros: Mapping[str, object]) -> set[str]:
    """Those that come from our page parts or from mkdocs-macros itself, not from a topic's code."""
    return {
        name
        for name, macro in macros.items()
        if str(getattr(macro, "__module__", "")).partition(".")[0] in {"macros", "mkdocs_macros"}
    }


def _as_data(settings: Any) -> Any:
    """Settings in settings as plain data."""
    return (
        {key: _as_data(settings[key]) for key in settings}
        if hasattr(settings, "keys")
        else str(settings)
    )


def _ours(kinds: Collection[str]) -> Iterator[Path]:
    for folder in CODE:
        for path in (WORKSHOP / folder).rglob("*"):
            if path.suffix in kinds:
                yield path


@cache
def _tools() -> list[str]:
    return [version(name) for name in TOOLS]


def _digest(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        if "__pycache__" in path.parts or not path.is_file():
            continue
        body = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(body)}\n".encode() + body)
    return digest.hexdigest()
