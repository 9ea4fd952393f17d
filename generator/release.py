"""What is done to a site once all its pages are there: guard it, and make it work offline."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from generator.bundled_scripts import bundle_scripts
from generator.offline import make_installable, write_archive, write_service_worker
from generator.policy import (
    compress_files,
    guard_pages,
    hash_scripts,
    headers_file,
    site_policy,
)
from generator.pruning import prune
from generator.supply_chain import write_bill_of_materials
from generator.verifying import list_files

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from generator.places import Places
    from generator.policy import Framing


NO_DATE_OF_TODAY = "1767225600"
"""Seconds since 1970: the first day of 2026."""


def fix_the_date() -> None:
    """Let all tools take one fixed date for today: the same input then gives the same bytes."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", NO_DATE_OF_TODAY)


class Release:
    """One built site on its way to its readers.

    Args:
        places: The folders of this build.
        config: MkDocs' settings. `extra.release.compressed` asks for files that are compressed
            beforehand; `extra.release.archive` names the offline archive.
        framing: The pages that other sites may show in a frame.
    """

    def __init__(
        self, places: Places, config: MkDocsConfig, framing: Framing | None = None
    ) -> None:
        self._places = places
        self._config = config
        self._framing = framing
        self._settings: dict[str, Any] = config.extra.get("release", {})

    def make(self, site: Path, *, is_preview: bool = False) -> None:
        """Finish the site. Each step changes or lists what the steps before it wrote.

        Args:
            site: The built site.
            is_preview: Do only what changes how pages look and work. A preview has no service
                worker, which would go on showing what was, no archive, and nothing compressed.

        Raises:
            PolicyError: A page cannot be published safely.
            ArchiveError: A script cannot be carried into the offline archive.
        """
        prune(site)
        bundle_scripts(site)
        hash_scripts(site)
        if is_preview:
            guard_pages(site)
            return
        make_installable(
            site,
            name=self._config.site_name,
            description=self._config.site_description or "",
            favicon=str(self._config.theme["favicon"]),
            lang=str(self._config.theme["language"]),
            cache=self._places.cache / "icons",
        )
        inline = guard_pages(site)
        framing = self._framing
        policy = site_policy(inline.values(), may_be_framed=framing is not None)
        headers = headers_file(policy, framing, inline)
        (site / "_headers").write_text(headers, encoding="utf-8")
        # Without it, GitHub Pages leaves out files whose names begin with "_".
        (site / ".nojekyll").touch()
        write_bill_of_materials(
            self._places.workshop, site, self._config.site_name, self._places.content
        )
        write_archive(site, self._archive_name(), self._places.cache / "archive")
        write_service_worker(site)
        if self._settings.get("compressed", False):
            compress_files(site, self._places.cache / "compressed")
        list_files(site)

    def _archive_name(self) -> str:
        """As the settings have it, or made from the site's name."""
        words = re.findall(r"[a-z0-9]+", self._config.site_name.lower())
        return str(self._settings.get("archive") or "-".join(words) or "site")
