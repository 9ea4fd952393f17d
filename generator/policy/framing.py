"""Who may show which pages in a frame of theirs. Only a header can say so: `<meta>` cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOBODY = "frame-ancestors 'none'"
_ALLOWED = re.compile(r"^/(?P<folder>.+)/\*\n  Content-Security-Policy: frame-ancestors (?P<sites>[^'\n]+)$", re.MULTILINE)  # fmt: skip


@dataclass(frozen=True)
class Framing:
    """Pages that other sites may show.

    Attributes:
        folders: The folders of these pages, as seen from the root of the site.
        sites: Who may, as `frame-ancestors` has it.
    """

    folders: tuple[str, ...]
    sites: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """The directive for these pages."""
        return f"frame-ancestors {' '.join(self.sites)}"

    def places(self, pages: Iterable[str]) -> Iterator[str]:
        """The places of all other pages, as rules of a host name them.

        Hosts add up what rules say that fit one file, so no rule may fit a page for frames: a
        folder that holds one is named by its own page alone.

        Args:
            pages: The path of each page of the site, such as `red-flags/index.html`.
        """
        for page in sorted(pages):
            folder = PurePosixPath(page).parent.as_posix().removeprefix(".")
            if folder in self.folders:
                continue
            is_index = PurePosixPath(page).name == "index.html"
            inside = f"{folder}/" if folder else ""
            holds_one = any(framed.startswith(inside) for framed in self.folders)
            if not is_index:
                yield f"/{page}"
            elif holds_one:
                yield from (f"/{inside}", f"/{page}")
            else:
                yield f"/{inside}*"


def read_framing(headers: str) -> Framing | None:
    """What a `_headers` file allows; None where it allows nothing.

    Args:
        headers: Text of the file.
    """
    found = list(_ALLOWED.finditer(headers))
    if not found:
        return None
    return Framing(tuple(rule["folder"] for rule in found), tuple(found[0]["sites"].split()))
