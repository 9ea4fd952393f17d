"""A small topic to print: two pages, one figure of the shipped ones, an evidence register."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.guide import GuideContent, GuidePage
from macros.evidence import read_register
from macros.figure import read_figures
from macros.region import read_regions
from macros.topic import Topic
from tests.print.conftest import SMALL
from triage_py import read_protocol

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"

FIRST = """
<h1>First page</h1>
<p class="emergency-strip">Only on a screen</p>
<p>Read <a href="../second/#more">the second page</a>, <a href="https://example.org/help">a site</a>
or do <a href="../self-check/">the check</a>.<sup class="cite"><a class="cite__link"
href="../sources/#source-{source}" aria-label="Source 1">1</a></sup></p>
<h2 id="table">A table<a class="headerlink" href="#table">¶</a></h2>
<table><thead><tr><th>What</th><th>When</th></tr></thead>
<tbody><tr><td>Cool it</td><td>Now, and for twenty minutes with water that runs</td></tr></tbody></table>
<figure class="figure figure--{figure}"><svg viewBox="0 0 1 1"></svg><figcaption>A figure</figcaption></figure>
<h2 id="left-out">Left out on paper</h2>
<p>Left out on paper</p>
<p><a class="button" href="#">Press here</a></p>
"""
SECOND = """
<h1>Second page</h1>
<p>Words that make up a page of their own, so that it is not empty when it is printed at all.</p>
<h2 id="more">More</h2>
<div class="red-flag-list red-flag-list--urgent care-card care-card--urgent"><div class="care-card__head">
<svg aria-hidden="true"></svg><p class="care-card__heading">Today</p></div>
<div class="red-flag-list__groups"><ul class="red-flag-list__signs"><li>A sign</li></ul></div></div>
"""


@lru_cache
def topic() -> Topic:
    return Topic(
        protocol=read_protocol(SMALL),
        register=read_register(CONTENT / "evidence"),
        figures=read_figures(CONTENT / "figures"),
        regions=read_regions(CONTENT / "regions.toml"),
        timelines={},
    )


def sample_content(extra_html: str = "", **settings: Any) -> GuideContent:
    """What is printed; `settings` change those of the guide."""
    register = topic().register
    claim = next(iter(register.claims.values()))
    figure = next(iter(topic().figures.by_name))
    first = FIRST.replace("{source}", claim.supports[0]).replace("{figure}", figure)
    return GuideContent(
        settings={
            "name": "burn-guide",
            "title": "A small burn, on paper",
            "subtitle": "What to do",
            "pages": ["first.md", "second.md"],
            "cover_figure": figure,
            "leave_out": ["first.md#left-out"],
            **settings,
        },
        pages=(
            GuidePage("first.md", "First page", first, {}, "first/"),
            GuidePage("second.md", "Second page", SECOND + extra_html, {}, "second/"),
        ),
        topic=topic(),
        region=topic().regions.chosen("uk"),
        claims_used=(claim.id,),
        publisher={"name": "Test clinic", "url": ""},
        site_name="Burns",
        site_url="",
        fonts=ROOT / "site_overrides" / "assets" / "fonts",
    )
