"""The flow of an interview as SVG: one column, narrow enough for a phone, real text.

The screens hang on a line from top to bottom. A screen that not everybody sees stands on a branch
beside it. Below each screen stand the levels it can lead to; all levels stand again at the end.
"""

from __future__ import annotations

from html import escape
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from triage_py.dispositions import MOST_URGENT_FIRST, Disposition
from triage_py.export.level_marks import MARKS
from triage_py.export.text_lines import broken_into_lines, text_width
from triage_py.export.words import ENGLISH, FlowWords, short_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from triage_py.export.flow import Exit, Flow, FlowScreen

WIDTH = 320
"""Units, about pixels on a phone. No text is smaller than `SMALL`."""
HEADING, SMALL = 16, 14
LINE_HEIGHT = 1.35
SPINE, BRANCH = 14, 30
BOX, EDGE = 34, 12
"""Where a box begins, and the space inside it."""
GAP, TOP = 18, 8
STRIP, ICON = 34, 20

INK = "var(--ink, #1b2627)"
INK_SOFT = "var(--ink-soft, #475455)"
PINE = "var(--pine, #0b4f4a)"
ON_PINE = "var(--on-pine, #ffffff)"
PINE_SOFT = "var(--pine-soft, #dfece8)"
SURFACE = "var(--surface, #ffffff)"
PAPER = "var(--paper, #fbf8f3)"
FIELD = "var(--field, #7d7668)"
FONT = "var(--font, system-ui, sans-serif)"


def flow_svg(flow: Flow, words: FlowWords = ENGLISH, *, fill: Callable[[str], str] = str) -> str:
    """Draw the flow as one picture with a ground of its own.

    Args:
        flow: The flow of a protocol.
        words: What the chart adds to the protocol's own words.
        fill: Fills in what the protocol's texts leave open, such as a phone number.
    """
    return _picture(flow, words, _blocks(flow, words, fill), ground=True)


def flow_svg_parts(
    flow: Flow, words: FlowWords = ENGLISH, *, count: int, fill: Callable[[str], str] = str
) -> list[str]:
    """Draw the flow as several pictures that a page can put below or beside each other.

    Args:
        flow: The flow of a protocol.
        words: What the chart adds to the protocol's own words.
        count: How many pictures, of about one height; fewer where there are fewer screens.
        fill: Fills in what the protocol's texts leave open, such as a phone number.
    """
    blocks = _blocks(flow, words, fill)
    count = min(count, len(blocks))
    ways = (
        [blocks[start:end] for start, end in pairwise([0, *cuts, len(blocks)])]
        for cuts in combinations(range(1, len(blocks)), count - 1)
    )
    parts = min(ways, key=lambda way: max(map(_height, way)))
    return [_picture(flow, words, part, part=n, parts=count) for n, part in enumerate(parts, 1)]


def _blocks(flow: Flow, words: FlowWords, fill: Callable[[str], str]) -> list[_Block]:
    blocks = []
    for screen in flow.screens:
        blocks.append(_Block(words, fill))
        blocks[-1].screen(flow, screen)
    # The results belong below the last screen, in one picture with it.
    blocks[-1].ending(flow)
    return blocks


def _height(blocks: Sequence[_Block]) -> float:
    return sum(block.y + GAP for block in blocks)


def _picture(
    flow: Flow,
    words: FlowWords,
    blocks: Sequence[_Block],
    *,
    part: int = 1,
    parts: int = 1,
    ground: bool = False,
) -> str:
    title = words.title.format(title=flow.protocol.title)
    if parts > 1:
        title = words.part.format(title=title, part=part, parts=parts)
    told = escape(words.description.format(screens=len(flow.screens)))
    drawn, top = "", TOP if parts == 1 else 2.0
    spine_ends = top + _height(blocks)
    for block in blocks:
        drawn += f'<g transform="translate(0 {_n(top)})">{"".join(block.drawn)}</g>'
        if block.results_at is not None:
            spine_ends = top + block.results_at
        top += block.y + GAP
    height = round(top - GAP + TOP if part == parts else top)
    back = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>' if ground else ""
    name = f"flow-chart-{part}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" overflow="visible" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" font-family="{FONT}">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{told}</desc>'
        f'{back}<path d="M{SPINE} {30 if part == 1 else 0}V{_n(spine_ends)}" stroke="{PINE}"'
        f' stroke-width="2"/>{drawn}</svg>\n'
    )


class _Block:
    """One screen of the picture while it grows downwards from 0."""

    def __init__(self, words: FlowWords, fill: Callable[[str], str]) -> None:
        self.words = words
        self.fill = fill
        self.y = 0.0
        self.drawn: list[str] = []
        self.results_at: float | None = None
        """Where the results begin, which end the line from screen to screen."""

    def screen(self, flow: Flow, screen: FlowScreen) -> None:
        """Draw one screen with what it can lead to."""
        is_gated = screen.gate is not None
        left = BOX + BRANCH - SPINE if is_gated else BOX
        if screen.gate is not None:
            condition = short_words(flow.protocol, screen.gate, self.words)
            self._pill(self.words.only_if.format(condition=self.fill(condition)), left)
        start = self.y
        ground = len(self.drawn)
        self.y += EDGE
        within = WIDTH - left - 2 * EDGE
        self._text(screen.title, left + EDGE, within, HEADING, INK, bold=True)
        for question in screen.questions:
            self._text(question, left + EDGE, within, SMALL, INK_SOFT)
        self.y += EDGE - 2
        for found in screen.exits:
            self._exit(flow, found, left, is_last=found is screen.exits[-1])
        self._box(left, start, ground, dashed=is_gated)
        if is_gated:
            self._branch()
        at = BRANCH if is_gated else SPINE
        self.drawn.append(
            f'<circle cx="{at}" cy="{_n(start + 22)}" r="13" fill="{PINE}"/>'
            + _words(
                str(screen.number),
                at,
                start + 27,
                SMALL,
                ON_PINE,
                ' text-anchor="middle" font-weight="700"',
            )
        )

    def ending(self, flow: Flow) -> None:
        """Draw the end of the interview and the four levels."""
        self.y += GAP
        start = self.y
        self.results_at = start + 1
        lines = broken_into_lines(self.words.end, WIDTH - 2 * EDGE, HEADING, bold=True)
        height = len(lines) * HEADING * LINE_HEIGHT + EDGE
        self.drawn.append(
            f'<rect x="1" y="{_n(start)}" width="{WIDTH - 2}" height="{_n(height)}" rx="12"'
            f' fill="{PINE}"/>'
        )
        self.y += EDGE / 2
        self._text(self.words.end, EDGE, WIDTH - 2 * EDGE, HEADING, ON_PINE, bold=True)
        self.y = start + height
        for level in MOST_URGENT_FIRST:
            self.y += GAP * 0.6
            self._result(flow, level)

    def _result(self, flow: Flow, level: Disposition) -> None:
        mark, start, ground = MARKS[level], self.y, len(self.drawn)
        self.y += EDGE
        left, within = EDGE * 2 + ICON, WIDTH - EDGE * 3 - ICON
        self._icon(level, EDGE, self.y)
        self._text(flow.protocol.words[level].label, left, within, HEADING, mark.ink, bold=True)
        for line in self._about(flow, level):
            self._text(line, left, within, SMALL, INK)
        self.y += EDGE - 2
        self._box(1, start, ground, level=level)

    def _about(self, flow: Flow, level: Disposition) -> Iterable[str]:
        if level == Disposition.SELF_CARE:
            yield self.words.earned
            yield from (f"• {rule.because}" for rule in flow.earned)
            return
        count = sum(rule.disposition == level for rule in flow.protocol.rules)
        yield self.words.rule_count(count) + "."
        if level == flow.protocol.default_disposition:
            yield self.words.default

    def _exit(self, flow: Flow, found: Exit, left: float, *, is_last: bool) -> None:
        """A strip in the box: shape, words, and how many rules lead there."""
        mark, level = MARKS[found.disposition], found.disposition
        stops = self.words.stops if level == Disposition.EMERGENCY else ""
        start, right = self.y, WIDTH - EDGE
        height = STRIP + (SMALL * LINE_HEIGHT if stops else 0)
        corner = 11 if is_last else 0
        self.drawn.append(
            f'<path d="M{left + 1} {_n(start)}H{WIDTH - 1}v{_n(height - corner)}'
            f"q0 {corner} -{corner} {corner}H{left + 1 + corner}q-{corner} 0 -{corner} -{corner}Z"
            f'" fill="{mark.soft}"/>'
        )
        self._icon(level, left + EDGE - 3, start + 7)
        label, count = flow.protocol.words[level].label, self.words.rule_count(len(found.rules))
        baseline = start + 22
        room = right - left - EDGE - ICON - 6
        wide = text_width(label, SMALL, bold=True) + text_width(count, SMALL) + 8
        at = left + EDGE + ICON + 2
        self.drawn.append(_words(label, at, baseline, SMALL, mark.ink, ' font-weight="700"'))
        if wide <= room:
            anchored = ' text-anchor="end"'
            self.drawn.append(_words(count, right, baseline, SMALL, INK_SOFT, anchored))
        if stops:
            below = baseline + SMALL * LINE_HEIGHT
            self.drawn.append(_words(stops, at, below, SMALL, mark.ink))
        self.y += height

    def _box(
        self,
        left: float,
        start: float,
        ground: int,
        *,
        dashed: bool = False,
        level: Disposition | None = None,
    ) -> None:
        """A frame from `start` down to here, its ground below what was drawn since `ground`."""
        mark = MARKS[level] if level is not None else None
        border = mark.border if mark else 1.5
        shape = (
            f'<rect x="{_n(left + border / 2)}" y="{_n(start)}"'
            f' width="{_n(WIDTH - left - border)}" height="{_n(self.y - start)}" rx="12"'
        )
        self.drawn.insert(ground, f'{shape} fill="{mark.soft if mark else SURFACE}"/>')
        dashes = ' stroke-dasharray="6 4"' if dashed else ""
        colour = mark.ink if mark else FIELD
        self.drawn.append(
            f'{shape} fill="none" stroke="{colour}" stroke-width="{_n(border)}"{dashes}/>'
        )

    def _pill(self, text: str, left: float) -> None:
        start, within = self.y, WIDTH - left - 2 * EDGE
        self.y += 5
        before = len(self.drawn)
        self._text(text, left + EDGE, within, SMALL, INK, bold=True)
        self.y += 7
        ground = (
            f'<rect x="{left}" y="{_n(start)}" width="{WIDTH - left}"'
            f' height="{_n(self.y - start)}" rx="10" fill="{PINE_SOFT}"/>'
        )
        self.drawn.insert(before, ground)
        self.y += 4

    def _text(
        self, text: str, left: float, width: float, size: float, colour: str, *, bold: bool = False
    ) -> None:
        weight = ' font-weight="700"' if bold else ""
        for line in broken_into_lines(self.fill(text), width, size, bold=bold):
            self.drawn.append(_words(line, left, self.y + size, size, colour, weight))
            self.y += size * LINE_HEIGHT

    def _icon(self, level: Disposition, left: float, top: float) -> None:
        mark, scale = MARKS[level], ICON / 24
        self.drawn.append(
            f'<path transform="translate({_n(left)} {_n(top)}) scale({scale:.3f})"'
            f' fill="{mark.ink}" fill-rule="evenodd" d="{mark.icon}"/>'
        )

    def _branch(self) -> None:
        """Off the line to a screen that only some see, and back to it."""
        back = self.y + GAP
        self.drawn.append(
            f'<path d="M{SPINE} {-GAP}Q{SPINE} 0 {BRANCH} 8V{_n(self.y - 8)}'
            f'Q{BRANCH} {_n(back - 8)} {SPINE} {_n(back)}" fill="none" stroke="{PINE}"'
            f' stroke-width="2" stroke-dasharray="6 4"/>'
        )


def _words(text: str, x: float, y: float, size: float, colour: str, more: str = "") -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size}" fill="{colour}"{more}>'
        f"{escape(text, quote=False)}</text>"
    )


def _n(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
