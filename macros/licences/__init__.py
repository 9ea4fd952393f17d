"""Licences: what readers get of others, by whom, under which licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

__all__ = ["Part", "licences_html"]

TEXTS = {
    "0BSD": ("BSD Zero Clause License", "https://opensource.org/license/0bsd"),
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
    "MIT": ("MIT License", "https://opensource.org/license/mit"),
    "MPL-2.0": ("Mozilla Public License 2.0", "https://www.mozilla.org/MPL/2.0/"),
    "OFL-1.1": ("SIL Open Font License 1.1", "https://openfontlicense.org/"),
    "PSF-2.0": ("PSF License Version 2", "https://docs.python.org/3/license.html"),
    "W3C": ("W3C Software and Document License", "https://www.w3.org/copyright/software-license/"),
}
"""Name and address of the text of each licence, by its SPDX expression."""


class Part(Protocol):
    """What is told of a part."""

    @property
    def name(self) -> str:
        """As its makers call it."""

    @property
    def version(self) -> str:
        """Exactly; may be empty."""

    @property
    def licence(self) -> str:
        """SPDX expression, or the words of its author."""

    @property
    def what(self) -> str:
        """What the part is for."""

    @property
    def author(self) -> str:
        """Who made it."""

    @property
    def source(self) -> str:
        """Address of its source code; may be empty."""


def licences_html(parts: Sequence[Part], *, environment: Environment) -> Markup:
    """Write the list of parts.

    Args:
        parts: In the order to show.
        environment: The environment that finds `licences/licences.jinja`.
    """
    template = environment.get_template("licences/licences.jinja")
    return Markup(template.render(parts=parts, texts=TEXTS).strip())  # noqa: S704 - escaped
