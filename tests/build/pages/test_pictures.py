"""What a picture shows is said in words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tests.build.pages.built_page import BuiltPage


def test_every_drawing_is_named_or_hidden(any_page: BuiltPage) -> None:
    """A figure has a title and a description; an icon is hidden from a screen reader."""
    nameless = [
        drawing.get("class") or drawing.get("viewbox")
        for drawing in any_page.tree.cssselect("svg")
        if not _is_hidden(drawing) and not _name(any_page, drawing)
    ]

    assert nameless == []


def test_every_image_has_an_alternative(any_page: BuiltPage) -> None:
    """Empty only where words beside it say the same."""
    images = any_page.tree.cssselect("img")

    assert [image.get("src") for image in images if image.get("alt") is None] == []


def test_images_keep_their_room(any_page: BuiltPage) -> None:
    """With width and height nothing moves when they arrive."""
    images = any_page.tree.cssselect("img")

    assert [i.get("src") for i in images if not (i.get("width") and i.get("height"))] == []


def test_every_chart_has_its_numbers_in_words(page: BuiltPage) -> None:
    """A sentence and a table."""
    for chart in page.tree.cssselect(".figure--chart"):
        (numbers,) = chart.cssselect(".figure__numbers")
        assert numbers.cssselect("p")[0].text_content().strip()
        assert numbers.cssselect("table tr")


def _is_hidden(drawing: HtmlElement) -> bool:
    around = [drawing, *drawing.iterancestors()]
    # A button or link that has words of its own is named by them, not by the icon it holds.
    return any(element.get("aria-hidden") == "true" for element in around) or any(
        element.tag in ("button", "a") and (element.get("aria-label") or element.text_content())
        for element in around
    )


def _name(page: BuiltPage, drawing: HtmlElement) -> str:
    ids = (drawing.get("aria-labelledby") or "").split()
    return " ".join(page.tree.get_element_by_id(id).text_content() for id in ids).strip()
