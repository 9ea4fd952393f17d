"""The flow chart as SVG: real text, big enough, never outside its frame, shapes beside colours."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from triage_py import load_protocol
from triage_py.export.drawing import WIDTH, flow_svg
from triage_py.export.flow import interview_flow
from triage_py.export.level_marks import MARKS
from triage_py.export.text_lines import broken_into_lines, text_width

ROOT = Path(__file__).parents[3]
PROTOCOLS = [ROOT / "tests/unit/triage/plant.toml", ROOT / "content/self-check/protocol.toml"]
SVG = "{http://www.w3.org/2000/svg}"
SMALLEST_PHONE = 288
"""CSS pixels for the chart on a phone of 320, between the gutters of a page."""


@pytest.fixture(params=PROTOCOLS, ids=lambda path: path.stem)
def svg(request: pytest.FixtureRequest) -> ET.Element:
    """The drawing of a protocol."""
    drawn = flow_svg(interview_flow(load_protocol(request.param)))
    return ET.fromstring(drawn)


def test_it_is_narrow_enough_for_a_phone_and_its_text_big_enough(svg: ET.Element) -> None:
    """12 pixels even on a phone of 320."""
    sizes = [float(text.attrib["font-size"]) for text in svg.iter(f"{SVG}text")]

    assert svg.attrib["viewBox"].startswith(f"0 0 {WIDTH} ")
    assert WIDTH <= 360
    assert min(sizes) * SMALLEST_PHONE / WIDTH >= 12


def test_it_has_a_title_and_a_description(svg: ET.Element) -> None:
    """Named for those who do not see it."""
    told = {svg.find(f"{SVG}{tag}").attrib["id"] for tag in ("title", "desc")}  # type: ignore[union-attr]

    assert svg.attrib["role"] == "img"
    assert set(svg.attrib["aria-labelledby"].split()) == told


def test_no_line_of_text_leaves_the_frame(svg: ET.Element) -> None:
    """Measured with a wide font."""
    for text in svg.iter(f"{SVG}text"):
        left, size = float(text.attrib["x"]), float(text.attrib["font-size"])
        bold = text.attrib.get("font-weight") == "700"
        if "text-anchor" not in text.attrib:
            wide = text_width(text.text or "", size, bold=bold)
            assert left + wide <= WIDTH, text.text


def test_every_colour_can_be_set_by_the_page(svg: ET.Element) -> None:
    """A custom property, with the colour to use where there is none."""
    colours = {
        element.attrib[key]
        for element in svg.iter()
        for key in ("fill", "stroke")
        if element.attrib.get(key, "none") != "none"
    }

    assert colours
    assert all(re.fullmatch(r"var\(--[a-z-]+, #[0-9a-f]{6}\)", colour) for colour in colours)


def test_levels_differ_in_shape() -> None:
    """Without any colour they can be told apart."""
    assert len({mark.icon for mark in MARKS.values()}) == len(MARKS)


def test_the_numbers_of_a_region_are_filled_in() -> None:
    """Nothing in braces reaches a reader."""
    flow = interview_flow(load_protocol(PROTOCOLS[1]))

    assert "{" not in flow_svg(flow, fill=lambda text: text.replace("{helpline}", "111"))


def test_lines_break_at_spaces() -> None:
    """A word that is too long keeps a line of its own."""
    assert broken_into_lines("one two", 30, 10) == ["one", "two"]
    assert broken_into_lines("one two", 300, 10) == ["one two"]
    assert broken_into_lines("a incomprehensibilities", 20, 10) == ["a", "incomprehensibilities"]
    assert broken_into_lines("", 20, 10) == []
