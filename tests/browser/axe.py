"""What axe-core finds on a page.

A dark page has the markup of the light one and other colours. So in the dark only the rules about
colours are run; in the light all of them.

A page is looked at in many states, most of which hardly differ: another width, the next screen. An
element, as it is shown, is judged once. In each later state it is judged again where it came into
sight, or has other colours or attributes than whenever it was judged before; with all that is in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ABOUT_COLOURS = ("color-contrast", "link-in-text-block")
RUN = """
([tags, aboutColours]) => {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const rules = isDark ? { runOnly: { type: 'rule', values: aboutColours } } : tags.length ? { runOnly: tags } : {}
  return axe.run(window.judging, { ...rules, resultTypes: ['violations'] })
}
"""
SETTLED = """
async () => {
  const picture = () => new Promise((drawn) => requestAnimationFrame(drawn))
  await picture()
  await picture()
  const moving = document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity)
  await Promise.allSettled(moving.map((animation) => animation.finished))
}
"""
"""Until it is drawn with the new colours and at the new width: a colour changes by degrees."""
NOT_YET_JUDGED = """
(within) => {
  const root = within ? document.querySelector(within) : document.documentElement
  const judged = (window.judged ??= new WeakMap())
  const isNew = (part) => {
    if (!part.checkVisibility({ visibilityProperty: true })) return false
    const { color, backgroundColor, backgroundImage, opacity } = getComputedStyle(part)
    const attributes = [...part.attributes].map(({ name, value }) => `${name}=${value}`)
    const look = JSON.stringify([color, backgroundColor, backgroundImage, opacity, part.value, ...attributes])
    const looks = judged.get(part) ?? new Set()
    judged.set(part, looks)
    return !looks.has(look) && looks.add(look)
  }
  const found = [root, ...root.querySelectorAll('*')].filter(isNew)
  const all = new Set(found)
  const isInAnother = (part) => part !== root && (all.has(part.parentElement) || isInAnother(part.parentElement))
  const outermost = found.filter((part) => !isInAnother(part))
  window.judging = outermost[0] === document.documentElement ? document : { include: outermost }
  return outermost.length > 0
}
"""


def violations(page: Page) -> list[str]:
    """Each violation on an open page, with the element it is on."""
    page.evaluate("window.judging = document")
    return _judge(page, ())


def new_violations(page: Page, within: str = "", tags: Sequence[str] = ()) -> list[str]:
    """Each violation in what no earlier call saw as it is shown now. The first call sees it all.

    Args:
        page: An open page.
        within: A selector of the part that is looked at; the whole page without.
        tags: The tags of the rules that are run in the light; all rules without.
    """
    page.evaluate(SETTLED)
    return _judge(page, tags) if page.evaluate(NOT_YET_JUDGED, within) else []


def violations_in_each_look(
    page: Page, widths: Sequence[int], within: str = "", tags: Sequence[str] = ()
) -> list[str]:
    """`new_violations` in light and dark, at each width in pixels; the page is then as it was."""
    before = page.viewport_size
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            new = new_violations(page, within, tags)
            found += [f"{scheme}, {width}: {what}" for what in new]
    page.emulate_media(color_scheme=SCHEMES[0])
    if before:
        page.set_viewport_size(before)
    return found


def _judge(page: Page, tags: Sequence[str]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(RUN, [list(tags), list(ABOUT_COLOURS)])
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"][:3]
    ]
