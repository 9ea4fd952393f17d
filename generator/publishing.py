"""Build beside, then swap: a failed build leaves the site as it was."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.swapping import put_in_place

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Publication:
    """One build on its way to become the site.

    MkDocs empties the folder it builds into before the first page is made. So it builds into a
    folder beside the site, and the two change places once everything worked.

    Args:
        config: MkDocs' settings; `site_dir` is pointed at the folder beside.
        is_preview: MkDocs serves previews from a folder of its own: nothing is swapped then.
    """

    def __init__(self, config: MkDocsConfig, *, is_preview: bool) -> None:
        self._is_preview = is_preview
        self._is_strict = bool(config.strict)
        self._warnings = _WarningCount()
        self.site = Path(config.site_dir)
        if is_preview:
            return
        _remove_leftovers(self.site)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        beside = tempfile.mkdtemp(prefix=f".{self.site.name}-new-", dir=self.site.parent)
        Path(beside).chmod(0o755)
        config.site_dir = beside
        self._beside = Path(beside)

    def publish(self) -> None:
        """Put the new site in the place of the old one.

        Raises:
            PluginError: The build is strict and there were warnings; the old site stays.
        """
        if self._is_preview:
            return
        if self._is_strict and self._warnings.count:
            self.give_up()
            message = (
                f"{self._warnings.count} warnings in a strict build: the site stays as it was."
            )
            raise PluginError(message)
        old = self._beside.with_name(self._beside.name.replace("-new-", "-old-"))
        put_in_place(self._beside, self.site, old)
        self._warnings.stop()

    @property
    def stays(self) -> str:
        """What is true of the site after a build that failed."""
        return "The site stays as it was." if self.site.exists() else "There is no site yet."

    def give_up(self) -> None:
        """Remove what was built so far."""
        self._warnings.stop()
        if not self._is_preview:
            shutil.rmtree(self._beside, ignore_errors=True)


class _WarningCount(logging.Handler):
    """Counts the warnings of a build: MkDocs looks at its own count only after the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        logging.getLogger("mkdocs").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        del record
        self.count += 1

    def stop(self) -> None:
        """Count no more."""
        logging.getLogger("mkdocs").removeHandler(self)


def _remove_leftovers(site: Path) -> None:
    """Clear up after builds that were killed, and bring back a site that a kill left moved away."""
    for old in sorted(site.parent.glob(f".{site.name}-old-*")):
        if site.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.replace(old, site)
    for unfinished in site.parent.glob(f".{site.name}-new-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
