"""Every figure that ships is sound SVG, named for those who listen, and small."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from generator.guide.page_on_paper import figure_on_paper, serialised
from macros.evidence import read_register
from macros.figure import FigureError, Figures, read_figures
from tests.topics import ROOT, TOPICS

DRAWN = {topic: read_figures(folder / "content" / "figures") for topic, folder in TOPICS.items()}
EACH = [(topic, name) for topic, figures in DRAWN.items() for name in sorted(figures.by_name)]
NAMES = [name for topic, name in EACH if topic == "root"]
SVG = "{http://www.w3.org/2000/svg}"
WANTED = {
    "soreness-over-time", "soreness-versus-injury", "hinge-neutral-rounded", "hero", "squat",
    "plank", "plank-easier", "plank-harder", "bird-dog", "bird-dog-easier", "bird-dog-harder",
    "glute-bridge", "glute-bridge-easier", "glute-bridge-harder", "nerve-pain-down-the-leg",
    "saddle-area", "load-jump-or-build", "deadlift-start", "overhead-press", "walking",
}  # fmt: skip
BYTES_FOR_ONE_PERSON, BYTES_FOR_A_CHART = 6_000, 8_000


def test_the_figures_that_the_pages_need_are_there() -> None:
    assert set(NAMES) >= WANTED


@pytest.mark.parametrize(("topic", "name"), EACH)
@pytest.mark.parametrize("palette", ["screen", "print"])
def test_a_figure_is_an_image_with_a_name_and_a_description(
    topic: str, name: str, palette: str
) -> None:
    shipped = DRAWN[topic]
    svg = ET.fromstring(shipped.draw(name, palette))
    figure = shipped[name]
    assert svg.get("role") == "img"
    named = [element for element in svg if element.tag in (f"{SVG}title", f"{SVG}desc")]
    assert [element.text for element in named] == [figure.title, figure.description]
    assert (svg.get("aria-labelledby") or "").split() == [element.get("id") for element in named]


@pytest.mark.parametrize(("topic", "name"), EACH)
def test_paper_gets_plain_colours(topic: str, name: str) -> None:
    shipped = DRAWN[topic]
    paper, screen = shipped.draw(name, "print"), shipped.draw(name)
    assert "var(" not in paper
    colours = re.findall(r'(?:fill|stroke)="([^"]*)"', screen)
    assert all(colour == "none" or colour.startswith("var(--figure-") for colour in colours)


@pytest.mark.parametrize(("topic", "name"), EACH)
def test_paper_gets_each_shape_where_it_stands(topic: str, name: str) -> None:
    """WeasyPrint draws nothing for what is used again, as the outline of a body is on screens."""
    paper = serialised(figure_on_paper(DRAWN[topic], name))
    assert "<use" not in paper
    assert paper.count("<path") >= DRAWN[topic].draw(name).count("<use")


@pytest.mark.parametrize(("topic", "name"), EACH)
def test_a_figure_is_small(topic: str, name: str) -> None:
    shipped = DRAWN[topic]
    svg = shipped.draw(name)
    people = svg.count("var(--figure-hair")
    assert len(svg) < max(BYTES_FOR_A_CHART, people * BYTES_FOR_ONE_PERSON)


@pytest.mark.parametrize(("topic", "name"), EACH)
def test_numbers_have_at_most_one_decimal(topic: str, name: str) -> None:
    shipped = DRAWN[topic]
    places = re.findall(r' d="([^"]*)"', shipped.draw(name))
    assert not [place for place in places if re.search(r"\.\d\d|nan|inf", place)]


@pytest.mark.parametrize(("topic", "name"), EACH)
def test_everything_drawn_lies_in_the_picture(topic: str, name: str) -> None:
    shipped = DRAWN[topic]
    svg = ET.fromstring(shipped.draw(name))
    width, height = shipped[name].size
    clipped = svg.findall(f"{SVG}defs")
    for group in clipped:
        svg.remove(group)
    for path in svg.iter(f"{SVG}path"):
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.get("d", "")):
            if not clipped:
                assert -1 <= float(x) <= width + 1, path.get("d")
                assert -1 <= float(y) <= height + 1, path.get("d")


def test_ids_are_unique_on_a_page_of_all_figures(shipped: Figures) -> None:
    page = "".join(shipped.draw(name) for name in NAMES) + shipped.draw("hero", instance="again")
    ids = re.findall(r' id="([^"]*)"', page + shipped.body_map_svg())
    assert len(ids) == len(set(ids))


def test_every_claim_is_in_the_register(shipped: Figures) -> None:
    register = read_register(ROOT / "content" / "evidence")
    for figure in shipped.by_name.values():
        for claim in figure.claims:
            register.claim(claim)


def test_charts_say_in_words_what_they_show(shipped: Figures) -> None:
    for name in ("soreness-over-time", "soreness-versus-injury", "load-jump-or-build"):
        figure = shipped[name]
        assert figure.says.endswith(".")
        assert len(figure.rows) >= 2


def test_an_unknown_figure_is_answered_with_the_nearest(shipped: Figures) -> None:
    with pytest.raises(FigureError, match=r'no figure "plnk".\n  Did you mean "plank"\?'):
        shipped.draw("plnk")


def test_an_unknown_palette_is_answered_with_the_known(shipped: Figures) -> None:
    with pytest.raises(FigureError, match=r'no palette "prnt".\n  Did you mean "print"\?'):
        shipped.draw("plank", "prnt")


def test_the_style_sheet_has_every_colour_in_both_schemes(shipped: Figures) -> None:
    light, dark = shipped.stylesheet().split("[data-md-color-scheme")
    names = [f"--figure-{name}:" for name in shipped.palettes["screen"].colours]
    assert all(name in light and name in dark for name in names)


def test_the_body_map_has_each_region_on_each_side(shipped: Figures) -> None:
    svg = ET.fromstring(shipped.body_map_svg())
    groups = [(group.get("data-region"), group.get("data-side")) for group in svg.iter(f"{SVG}g")]
    regions = ("upper", "middle", "lower", "buttock", "thigh", "calf")
    assert groups == [(region, side) for region in regions for side in ("left", "right")]
