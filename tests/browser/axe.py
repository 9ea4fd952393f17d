"""What axe-core finds on a page.

A dark page has the markup of the light one and other colours. So in the dark only the rules about
colours are run, in a third of the time; in the light all of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ABOUT_COLOURS = ("color-contrast", "link-in-text-block")
RUN = """
([within, tags, aboutColours]) => {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const rules = isDark ? { runOnly: { type: 'rule', values: aboutColours } } : tags.length ? { runOnly: tags } : {}
  return axe.run(within || document, { ...rules, resultTypes: ['violations'] })
}
"""


def violations(page: Page, within: str = "", tags: Sequence[str] = ()) -> list[str]:
    """Each violation with the element it is on.

    Args:
        page: An open page.
        within: A selector of the part that is looked at; the whole page without.
        tags: The tags of the rules that are run in the light; all rules without.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(RUN, [within, list(tags), list(ABOUT_COLOURS)])
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"][:3]
    ]
