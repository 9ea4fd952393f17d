"""The elements of a page, and an element as HTML again."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

import tinyhtml5

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = re.compile(r"\{[^}]*\}")


def parsed(html: str) -> Element:
    """The elements of a page; a copy each time, since parsing takes longer than copying."""
    return deepcopy(_parsed_once(html))


def inner_html(root: Element) -> str:
    """What an element holds as HTML, without its own tag."""
    return (root.text or "") + "".join(serialised(child) for child in root)


def serialised(element: Element) -> str:
    """An element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def remove(parent: Element, child: Element) -> None:
    """Remove an element, but not the text behind it."""
    tail = child.tail or ""
    index = list(parent).index(child)
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


@lru_cache(maxsize=64)
def _parsed_once(html: str) -> Element:
    document = tinyhtml5.parse(f"<body>{html}</body>", namespace_html_elements=False)
    body: Element | None = document.find("body")
    assert body is not None
    for element in body.iter():
        if isinstance(element.tag, str):
            element.tag = _NAMESPACE.sub("", element.tag)
    return body
