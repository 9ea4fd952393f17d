"""The flow of an interview as SVG: one column, narrow enough for a phone, real text.

The screens hang on a line from top to bottom. A screen that not everybody sees stands on a branch
beside it. Below each screen stand the levels it can lead to; all levels stand again at the end.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from triage_py.dispositions import MOST_URGENT_FIRST, Disposition
from triage_py.export.level_marks import MARKS
from triage_py.export.text_lines import broken_into_lines, text_width
from triage_py.export.words import ENGLISH, FlowWords, short_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from triage_py.export.flow import Exit, Flow, FlowScreen

WIDTH = 320
"""Units, about pixels on a phone. No text is smaller than `SMALL`."""
HEADING, SMALL = 16, 14
LINE_HEIGHT = 1.35
SPINE, BRANCH = 14, 30
BOX, EDGE = 34, 12
"""Where a box begins, and the space inside it."""
GAP = 18
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


def flow_svg(
    flow: Flow,
    words: FlowWords = ENGLISH,
    *,
    fill: Callable[[str], str] = str,
    ground: bool = True,
) -> str:
    """Draw the flow.

    Args:
        flow: The flow of a protocol.
        words: What the chart adds to the protocol's own words.
        fill: Fills in what the protocol's texts leave open, such as a phone number.
        ground: Whether the picture brings its own ground; a page has one.
    """
    chart = _Chart(words, fill)
    for screen in flow.screens:
        chart.screen(flow, screen)
    chart.ending(flow)
    protocol = flow.protocol
    title = escape(words.title.format(title=protocol.title))
    told = escape(words.description.format(screens=len(flow.screens)))
    height = round(chart.y)
    back = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>' if ground else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" role="img"'
        f' aria-labelledby="flow-chart-title flow-chart-desc" font-family="{FONT}">'
        f'<title id="flow-chart-title">{title}</title><desc id="flow-chart-desc">{told}</desc>'
        f"{back}{''.join(chart.lines)}{''.join(chart.boxes)}</svg>\n"
    )


class _Chart:
    """The picture while it grows downwards; lines lie below boxes."""

    def __init__(self, words: FlowWords, fill: Callable[[str], str]) -> None:
        self.words = words
        self.fill = fill
        self.y = 8.0
        self.lines: list[str] = []
        self.boxes: list[str] = []

    def screen(self, flow: Flow, screen: FlowScreen) -> None:
        """Add one screen with what it can lead to."""
        top = self.y
        left = BOX if screen.gate is None else BOX + BRANCH - SPINE
        if screen.gate is not None:
            condition = short_words(flow.protocol, screen.gate, self.words)
            self._pill(self.words.only_if.format(condition=self.fill(condition)), left)
        start = self.y
        self.y += EDGE
        within = WIDTH - left - 2 * EDGE
        self._text(screen.title, left + EDGE, within, HEADING, INK, bold=True)
        for question in screen.questions:
            self._text(question, left + EDGE, within, SMALL, INK_SOFT)
        self.y += EDGE - 2
        for found in screen.exits:
            self._exit(flow, found, left, is_last=found is screen.exits[-1])
        self._box(left, start, dashed=screen.gate is not None)
        at = SPINE if screen.gate is None else BRANCH
        if screen.gate is not None:
            self._branch(top, start + 24)
        self.boxes.append(
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
        self.y += GAP

    def ending(self, flow: Flow) -> None:
        """Add the end of the interview and the four levels."""
        start = self.y
        self.lines.append(
            f'<path d="M{SPINE} 30V{_n(start + 1)}" stroke="{PINE}" stroke-width="2"/>'
        )
        lines = broken_into_lines(self.words.end, WIDTH - 2 * EDGE, HEADING, bold=True)
        height = len(lines) * HEADING * LINE_HEIGHT + EDGE
        self.boxes.append(
            f'<rect x="1" y="{_n(start)}" width="{WIDTH - 2}" height="{_n(height)}" rx="12"'
            f' fill="{PINE}"/>'
        )
        self.y += EDGE / 2
        self._text(self.words.end, EDGE, WIDTH - 2 * EDGE, HEADING, ON_PINE, bold=True)
        self.y = start + height + GAP * 0.6
        for level in MOST_URGENT_FIRST:
            self._result(flow, level)
        self.y -= 2

    def _result(self, flow: Flow, level: Disposition) -> None:
        mark, start = MARKS[level], self.y
        self.y += EDGE
        left, within = EDGE * 2 + ICON, WIDTH - EDGE * 3 - ICON
        self._icon(level, EDGE, self.y)
        self._text(flow.protocol.words[level].label, left, within, HEADING, mark.ink, bold=True)
        for line in self._about(flow, level):
            self._text(line, left, within, SMALL, INK)
        self.y += EDGE - 2
        self._box(1, start, level=level)
        self.y += GAP * 0.6

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
        self.boxes.append(
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
        self.boxes.append(_words(label, at, baseline, SMALL, mark.ink, ' font-weight="700"'))
        if wide <= room:
            anchored = ' text-anchor="end"'
            self.boxes.append(_words(count, right, baseline, SMALL, INK_SOFT, anchored))
        if stops:
            below = baseline + SMALL * LINE_HEIGHT
            self.boxes.append(_words(stops, at, below, SMALL, mark.ink))
        self.y += height

    def _box(
        self,
        left: float,
        start: float,
        *,
        dashed: bool = False,
        level: Disposition | None = None,
    ) -> None:
        """A frame from `start` down to here: its ground lies below, its border above the rest."""
        mark = MARKS[level] if level is not None else None
        border = mark.border if mark else 1.5
        shape = (
            f'<rect x="{_n(left + border / 2)}" y="{_n(start)}"'
            f' width="{_n(WIDTH - left - border)}" height="{_n(self.y - start)}" rx="12"'
        )
        self.lines.append(f'{shape} fill="{mark.soft if mark else SURFACE}"/>')
        dashes = ' stroke-dasharray="6 4"' if dashed else ""
        colour = mark.ink if mark else FIELD
        self.boxes.append(
            f'{shape} fill="none" stroke="{colour}" stroke-width="{_n(border)}"{dashes}/>'
        )

    def _pill(self, text: str, left: float) -> None:
        start, within = self.y, WIDTH - left - 2 * EDGE
        self.y += 5
        before = len(self.boxes)
        self._text(text, left + EDGE, within, SMALL, INK, bold=True)
        self.y += 7
        ground = (
            f'<rect x="{left}" y="{_n(start)}" width="{WIDTH - left}"'
            f' height="{_n(self.y - start)}" rx="10" fill="{PINE_SOFT}"/>'
        )
        self.boxes.insert(before, ground)
        self.y += 4

    def _text(
        self, text: str, left: float, width: float, size: float, colour: str, *, bold: bool = False
    ) -> None:
        weight = ' font-weight="700"' if bold else ""
        for line in broken_into_lines(self.fill(text), width, size, bold=bold):
            self.boxes.append(_words(line, left, self.y + size, size, colour, weight))
            self.y += size * LINE_HEIGHT

    def _icon(self, level: Disposition, left: float, top: float) -> None:
        mark, scale = MARKS[level], ICON / 24
        self.boxes.append(
            f'<path transform="translate({_n(left)} {_n(top)}) scale({scale:.3f})"'
            f' fill="{mark.ink}" fill-rule="evenodd" d="{mark.icon}"/>'
        )

    def _branch(self, top: float, bottom: float) -> None:
        """Off the line to a screen that only some see, and back."""
        back = self.y + GAP
        self.lines.append(
            f'<path d="M{SPINE} {_n(top - GAP)}Q{SPINE} {_n(top)} {BRANCH} {_n(top + 8)}'
            f"V{_n(max(bottom, self.y - 8))}Q{BRANCH} {_n(back - 8)} {SPINE} {_n(back)}"
            f'" fill="none" stroke="{PINE}" stroke-width="2" stroke-dasharray="6 4"/>'
        )


def _words(text: str, x: float, y: float, size: float, colour: str, more: str = "") -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size}" fill="{colour}"{more}>'
        f"{escape(text, quote=False)}</text>"
    )


def _n(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
