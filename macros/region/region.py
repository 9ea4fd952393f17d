"""One region, and how its numbers come into a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

_PLACE = re.compile(r"\{(emergency_number|helpline)\}")


@dataclass(frozen=True, slots=True)
class Region:
    """A country or a part of one.

    Attributes:
        id: Its id in the settings, such as `uk`.
        name: Its name for readers.
        emergency_number: The number of the emergency services, as it is written.
        emergency_tel: The same as it is dialled.
        helpline: The name of the health advice line, with its number where it has one.
        helpline_tel: The same as it is dialled; empty where there is no single number.
    """

    id: str
    name: str
    emergency_number: str
    emergency_tel: str
    helpline: str
    helpline_tel: str

    def fill(self, text: str) -> str:
        """Put the region's words where a text has `{emergency_number}` or `{helpline}`."""
        return _PLACE.sub(lambda place: str(getattr(self, place[1])), text)

    def fill_html(self, text: str) -> Markup:
        """The same as HTML, with each number as a link that dials it.

        The links carry `data-region-word`, so that a reader elsewhere can switch the region.
        """
        parts = _PLACE.split(text)
        filled = (self.link(part) if n % 2 else escape(part) for n, part in enumerate(parts))
        return Markup("").join(filled)

    def link(self, word: str) -> Markup:
        """One number as a link: `emergency_number` or `helpline`."""
        shown = str(getattr(self, word))
        kind = "emergency" if word == "emergency_number" else "helpline"
        tel = self.emergency_tel if kind == "emergency" else self.helpline_tel
        if not tel:
            return Markup('<span data-region-word="{}">{}</span>').format(kind, shown)
        return Markup('<a href="tel:{}" data-region-word="{}">{}</a>').format(tel, kind, shown)
