"""What the address of a site does: it stands in settings, and pages, paper and lists carry it.

The example has one, under a path.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from generator.sharing import SHARE_PICTURE
from tests.build.pages.built_page import NOT_FOUND, BuiltPage, addresses
from tests.topics import TOPICS

if TYPE_CHECKING:
    from tests.topics import BuiltTopics

TOPIC = "ankle"
ADDRESS = "https://example.org/ankle/"
PREVIEW = (1200, 630)
"""Pixels: what previews of links show whole."""


@pytest.fixture(scope="module")
def site(built_topics: BuiltTopics) -> Path:
    return built_topics[TOPIC]


def test_each_page_names_the_one_address_it_goes_by(site: Path) -> None:
    for address in addresses(TOPICS[TOPIC]):
        tree = BuiltPage(site, address, TOPICS[TOPIC]).tree
        assert tree.xpath('//link[@rel="canonical"]/@href') == [ADDRESS + address]
        assert tree.xpath('//meta[@property="og:url"]/@content') == [ADDRESS + address]


def test_a_link_to_the_site_comes_with_a_picture(site: Path) -> None:
    home = BuiltPage(site, "", TOPICS[TOPIC]).tree

    assert home.xpath('//meta[@property="og:image"]/@content') == [ADDRESS + SHARE_PICTURE]
    assert home.xpath('//meta[@name="twitter:card"]/@content') == ["summary_large_image"]
    (said,) = home.xpath('//meta[@property="og:image:alt"]/@content')
    assert said
    with Image.open(io.BytesIO((site / SHARE_PICTURE).read_bytes())) as picture:
        assert picture.format == "PNG"
        assert picture.size == PREVIEW
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 8, "nothing is drawn on it"


def test_the_site_map_lists_every_page_and_no_other(site: Path) -> None:
    found = ET.parse(site / "sitemap.xml").getroot().findall(".//{*}loc")

    listed = {element.text for element in found}
    assert listed == {ADDRESS + address for address in addresses(TOPICS[TOPIC])}
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text()


def test_the_page_for_wrong_addresses_leads_home_from_any_depth(site: Path) -> None:
    """A host shows it under the address that was asked for, so its links begin at the root."""
    page = BuiltPage(site, NOT_FOUND, TOPICS[TOPIC])
    links = page.tree.xpath("//a/@href") + page.tree.xpath('//link[@rel="stylesheet"]/@href')

    here = [link for link in links if not link.startswith(("tel:", "#", "http"))]
    assert here
    assert [link for link in here if not link.startswith("/ankle/")] == []
