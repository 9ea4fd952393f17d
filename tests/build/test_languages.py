"""Languages in a real build: what each page of a site with an address tells machines of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from tests.build.conftest import Workshop

ADDRESS = "https://example.org/back/"
NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def test_the_sitemap_names_each_language_of_a_page(workshop: Workshop) -> None:
    """Whole addresses, both ways; and a site in one language needs none of it."""
    workshop.replace("mkdocs.yml", 'site_url: ""', f"site_url: {ADDRESS}")
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

    workshop.replace("mkdocs.yml", "  languages: [es]\n", "")
    workshop.replace("content/put-it-on-your-site.md", '{{ embed_snippet("es") }}', "")
    shown = workshop.root / "content" / "es"
    shown.rename(workshop.root / "es")
    built = workshop.build()
    assert built.returncode == 0, built.stderr
    assert "hreflang" not in (workshop.site / "sitemap.xml").read_text(encoding="utf-8")
    assert "hreflang" not in (workshop.site / "red-flags/index.html").read_text(encoding="utf-8")


def test_a_page_that_translates_nothing_is_refused(workshop: Workshop) -> None:
    page = workshop.root / "content" / "es" / "solo.md"
    page.write_text("# Solo\n", encoding="utf-8")

    built = workshop.build()
    assert built.returncode != 0
    assert "content/es/solo.md: it translates nothing" in built.stderr
    assert "Traceback" not in built.stderr
