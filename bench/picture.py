"""Draw where time and bytes go, from the results: `docs/pictures/performance.svg`.

python -m bench.picture
"""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench" / "results.json"
PICTURE = ROOT / "docs" / "pictures" / "performance.svg"

WIDTH, LABEL, BAR, GAP = 860, 130, 26, 12
PHASES = {
    "page and worker": ("", "engine: manifest"),
    "download, compile": ("engine: manifest", "engine: files"),
    "Python starts": ("engine: files", "engine: python"),
    "package and protocol": ("engine: python", "engine: protocol"),
    "first answer": ("engine: protocol", "answer"),
}
"""Each phase with the marks of the worker between which it lies."""
COLOURS = ("#0d4f4a", "#3c8d84", "#e0a030", "#b5533c", "#7a6a9b", "#8fa3ad", "#c9b9a0", "#5f7f9f")
WHOLE = "#8fa3ad"
CONTENDERS = ("ours", "usual way", "PyScript")
STYLE = (
    "text { font: 13px system-ui, sans-serif; fill: #1c2b2a } .small { font-size: 11px }"
    " .heading { font-weight: 600; font-size: 15px } rect.paper { fill: #fff }"
)


def draw(results: dict[str, Any]) -> str:
    """The picture as SVG: cold starts above, bytes below.

    Args:
        results: What the sections `engine` and `weight` wrote down.
    """
    drawing = _Drawing()
    cold = {name: results["engine"]["cold_ms"][name]["median"] for name in CONTENDERS}
    marks = results["engine"]["marks_ms"]["ours"]
    phases = {
        name: marks[end] - (marks[begin] if begin else 0) for name, (begin, end) in PHASES.items()
    }
    drawing.heading("From the navigation to the first answer, cold, in milliseconds")
    most = max(cold.values())
    for name, total in cold.items():
        drawing.bar(name, phases if name == "ours" else {"": total}, most, f"{total:,.0f}")
    drawing.key(list(phases))
    drawing.heading("Bytes for a cold start, brotli, in thousands")
    weights = {name: results["weight"][name] for name in CONTENDERS}
    parts = list(dict.fromkeys(part for parts in weights.values() for part in parts))
    parts = [part for part in parts if part != "all"]
    most = max(weight["all"]["brotli"] for weight in weights.values())
    for name, weight in weights.items():
        sizes = {part: weight.get(part, {"brotli": 0})["brotli"] for part in parts}
        drawing.bar(name, sizes, most, f"{weight['all']['brotli'] / 1000:,.0f}")
    drawing.key(parts)
    return drawing.svg()


class _Drawing:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._y = 16

    def heading(self, text: str) -> None:
        self._y += 18
        self._parts.append(f'<text class="heading" x="16" y="{self._y}">{escape(text)}</text>')
        self._y += 14

    def bar(self, name: str, parts: dict[str, float], most: float, total: str) -> None:
        middle = self._y + BAR / 2 + 4
        self._parts.append(f'<text x="16" y="{middle}">{escape(name)}</text>')
        x = float(LABEL)
        for number, (part, value) in enumerate(parts.items()):
            width = value / most * (WIDTH - LABEL - 90)
            colour = COLOURS[number % len(COLOURS)] if part else WHOLE
            self._parts.append(
                f'<rect x="{x:.1f}" y="{self._y}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>'
            )
            x += width
        self._parts.append(f'<text x="{x + 8:.1f}" y="{middle}">{total}</text>')
        self._y += BAR + GAP

    def key(self, names: list[str]) -> None:
        x = LABEL
        for number, name in enumerate(names):
            width = 26 + 7 * len(name)
            if x + width > WIDTH:
                x, self._y = LABEL, self._y + 18
            colour = COLOURS[number % len(COLOURS)]
            self._parts.append(
                f'<rect x="{x}" y="{self._y}" width="10" height="10" fill="{colour}"/>'
                f'<text class="small" x="{x + 15}" y="{self._y + 9}">{escape(name)}</text>'
            )
            x += width
        self._y += 34

    def svg(self) -> str:
        height = self._y
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
            f' aria-label="Where time and bytes go"><style>{STYLE}</style>'
            f'<rect class="paper" width="{WIDTH}" height="{height}"/>{"".join(self._parts)}</svg>\n'
        )


def main() -> int:
    """Draw it anew; 1 if there are no results yet."""
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    if not {"engine", "weight"} <= results.keys():
        print("There is nothing to draw yet. Run: make bench", file=sys.stderr)
        return 1
    PICTURE.write_text(draw(results), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
