"""Languages in a real build: what each page of a site with an address tells machines of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html

from tests.build.pages.built_page import languages
from tests.topics import TOPICS

if TYPE_CHECKING:
    from tests.build.conftest import Workshop
    from tests.topics import BuiltTopics

ADDRESS = "https://example.org/back/"
NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def test_the_sitemap_names_each_language_of_a_page(workshop: Workshop) -> None:
    """Whole addresses, both ways. Of the guide one edition is printed: it knows no address."""
    workshop.replace("mkdocs.yml", 'site_url: ""', f"site_url: {ADDRESS}")
    workshop.replace("mkdocs.yml", "  guide:\n", "  guide:\n    editions: [red-flag-card]\n")
    built = workshop.build()
    assert built.returncode == 0, built.stderr

    sitemap = etree.parse(workshop.site / "sitemap.xml")
    found = {
        url.findtext("map:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)
        }
        for url in sitemap.findall("map:url", NAMES)
    }
    both = {"en": f"{ADDRESS}red-flags/", "es": f"{ADDRESS}es/red-flags/"}
    assert found[both["en"]] == found[both["es"]] == both
    assert found[f"{ADDRESS}prevention/"] == {}
    page = html.parse(str(workshop.site / "es" / "red-flags" / "index.html"))
    links = page.xpath("//head/link[@rel='alternate'][@hreflang]")
    named = {link.get("hreflang"): link.get("href") for link in links}
    assert named == both | {"x-default": both["en"]}


def test_a_site_in_one_language_names_no_other(built_topics: BuiltTopics) -> None:
    """Neither to machines in its sitemap, nor on its pages."""
    assert languages(TOPICS["ankle"]) == []
    site = built_topics["ankle"]
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")

    assert "<loc>" in sitemap
    assert "hreflang" not in sitemap
    for page in site.rglob("*.html"):
        assert "hreflang" not in page.read_text(encoding="utf-8"), page


def test_a_page_that_translates_nothing_is_refused(workshop: Workshop) -> None:
    page = workshop.root / "content" / "es" / "solo.md"
    page.write_text("# Solo\n", encoding="utf-8")

    built = workshop.build()
    assert built.returncode != 0
    assert "content/es/solo.md: it translates nothing" in built.stderr
    assert "Traceback" not in built.stderr
