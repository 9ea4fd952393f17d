"""Parts that came as files, each with its licence in a text beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMED = re.compile(r'"(@?[\w./-]+)" (\d[\w.]*)')
"""A package and its version, as the text beside a figure names it."""
COPYRIGHT = re.compile(
    r"^Copyright (?:\(c\) )?[\d-]+,? (.+?)(?: \((https://\S+?)\).*)?$", re.MULTILINE
)
LICENCES = {"SIL OPEN FONT LICENSE": "OFL-1.1", "MIT LICENSE": "MIT"}


class LicenceFile:
    """What a licence text says of the part it lies beside.

    Args:
        path: The text.
        ending: What follows the part's name in the name of the file.
    """

    def __init__(self, path: Path, ending: str) -> None:
        text = path.read_text(encoding="utf-8")
        named = NAMED.search(text)
        held = COPYRIGHT.search(text)
        self.name = named[1] if named else path.name.removesuffix(ending)
        self.version = named[2] if named else ""
        self.author = held[1].removeprefix("The ") if held else ""
        self.source = (held[2] or "") if held else ""
        self.licence = next((spdx for words, spdx in LICENCES.items() if words in text.upper()), "")
