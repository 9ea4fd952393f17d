"""Read the regions and check them."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import TYPE_CHECKING

from macros.region.region import Region
from triage_py.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_KEYS = tuple(field.name for field in fields(Region) if field.name != "id")
_MAY_BE_EMPTY = "helpline_tel"


class RegionError(Exception):
    """The regions cannot be used; the message names file, key and remedy."""


class Regions(dict[str, Region]):
    """The regions by id, in the order of the file."""

    def chosen(self, id: object) -> Region:
        """The region that the settings name.

        Raises:
            RegionError: There is no such region.
        """
        if isinstance(id, str) and id in self:
            return self[id]
        known = did_you_mean(str(id), self)
        message = f'mkdocs.yml: extra.region: there is no region "{id}". {known}'
        raise RegionError(message)


def read_regions(path: Path) -> Regions:
    """Read the regions from a TOML file.

    Raises:
        RegionError: The file is missing, is not TOML, or holds mistakes (all are named).
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("regions", {})
    except (OSError, ValueError) as error:
        message = f"{path}: cannot be read: {error}. Mend the file; see [regions.uk] for its form."
        raise RegionError(message) from error
    problems = [text for id, table in tables.items() for text in _problems(path, id, table)]
    if not tables:
        problems.append(f"{path}: there is no region. Add [regions.uk] with its numbers.")
    if problems:
        raise RegionError("\n".join(problems))
    return Regions({id: Region(id=id, **table) for id, table in tables.items()})


def _problems(path: Path, id: str, table: Mapping[str, object]) -> Iterator[str]:
    for key in _KEYS:
        value = table.get(key)
        if not isinstance(value, str) or not (value or key == _MAY_BE_EMPTY):
            yield f'{path}: regions.{id}.{key}: this text is missing. Add {key} = "…".'
    for key in table:
        if key not in _KEYS:
            yield f"{path}: regions.{id}.{key}: not known here. {did_you_mean(key, _KEYS)}"
