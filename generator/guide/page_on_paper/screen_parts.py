"""Parts that make sense on a screen alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.guide.page_on_paper.elements import remove

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SCREEN_ONLY = frozenset(
    {
        "button",
        "contents",
        "emergency-strip",
        "figure__numbers",
        "headerlink",
        "next-step",
        "red-flag-list__together",
        "reviewed",
        "screen-only",
        "self-check",
    }
)
"""Parts that make sense on a screen alone, by class."""
SCREEN_ONLY_TAGS = frozenset({"script", "style", "template", "self-check", "noscript", "nav"})


def remove_screen_parts(root: Element) -> None:
    """Remove them from a page, with comments and the title, which the guide's template writes."""
    for parent in list(root.iter()):
        for child in list(parent):
            if is_for_screens(child):
                remove(parent, child)


def is_for_screens(element: Element) -> bool:
    """Whether an element, or a comment, has no place on paper."""
    if not isinstance(element.tag, str):
        return True  # a comment
    classes = set(element.get("class", "").split())
    is_decoration = element.tag == "svg" and element.get("aria-hidden") == "true"
    return (
        element.tag in SCREEN_ONLY_TAGS
        or not SCREEN_ONLY.isdisjoint(classes)
        or is_decoration
        or element.tag == "h1"
    )
