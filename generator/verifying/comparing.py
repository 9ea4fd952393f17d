"""Compare a site with its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.verifying.listing import digest, names_in

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Difference:
    """One file that is not as the list has it.

    Attributes:
        kind: `changed`, `missing` or `extra`.
        name: Its path in the site.
    """

    kind: str
    name: str


def compare_folder(site: Path, files: dict[str, str]) -> list[Difference]:
    """Find every difference, in the order of the paths.

    Args:
        site: The folder.
        files: The digests that it should have, by path.
    """
    found = set(names_in(site))
    differences = [
        Difference("changed" if name in found else "missing", name)
        for name, wanted in files.items()
        if name not in found or digest(site / name) != wanted
    ]
    differences += [Difference("extra", name) for name in found - files.keys()]
    return sorted(differences, key=lambda difference: difference.name)
