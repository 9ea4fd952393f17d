"""Printed conditions in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.paper_self_check.form import Condition, Counted, Fits, Line, Measured, Not, Ticked

if TYPE_CHECKING:
    from macros.paper_self_check.form import NumberMark, PaperSelfCheck

_BOUNDS = {
    "at least": "{} or more",
    "at most": "{} or less",
    "more than": "more than {}",
    "less than": "less than {}",
}


class Wording:
    """Writes the conditions of one sheet in words."""

    def __init__(self, paper: PaperSelfCheck) -> None:
        self._units = {item.letter: item.unit for item in paper.items}

    def condition(self, condition: Condition, *, inside: bool = False) -> str:
        """One condition, such as `F1 or F2`, `3 or more of these: …` or `G is 7 or less`.

        Args:
            condition: What to write.
            inside: Whether it stands inside another one, so that it needs brackets.
        """
        match condition:
            case Ticked(codes):
                return codes_in_words(codes, "or")
            case Measured(letter, bound, limit):
                return f"{letter} is {self.bound(letter, bound, limit)}"
            case Fits(checklist):
                return f"check {checklist} fits"
            case Not(Fits(checklist)):
                return f"check {checklist} does not fit"
            case Not(part):
                return f"clearly not {self.condition(part, inside=True)}"
            case Counted(count, parts):
                return self._counted(count, parts, inside=inside)

    def group(self, group: tuple[Condition, ...]) -> str:
        """One group of a line: any of its conditions."""
        return ", or ".join(self.condition(part, inside=True) for part in group)

    def line(self, line: Line) -> str:
        """A whole line, groups joined by "and"."""
        return ", and ".join(self.group(group) for group in line.groups)

    def mark(self, letter: str, mark: NumberMark) -> str:
        """A number that leads somewhere, such as `42 days or more`."""
        return self.bound(letter, mark.bound, mark.limit)

    def bound(self, letter: str, bound: str, limit: float) -> str:
        """One side of a limit, with the unit of the question."""
        unit = self._units[letter]
        return _BOUNDS[bound].format(f"{limit:g} {unit}" if unit else f"{limit:g}")

    def _counted(self, count: int, parts: tuple[Condition, ...], *, inside: bool) -> str:
        words = [self.condition(part, inside=True) for part in parts]
        if count == len(parts):
            text = " and ".join(words)
        elif count == 1:
            text = "; or ".join(words) if not inside else " or ".join(words)
        else:
            return f"at least {count} of these {len(parts)}: {'; '.join(words)}"
        return f"({text})" if inside else text


def codes_in_words(codes: tuple[str, ...], word: str = "or") -> str:
    """Codes with runs of three or more shortened, such as `B2, B5 to B8 or B11`."""
    runs: list[list[str]] = [[codes[0]]]
    for before, code in pairwise(codes):
        follows = before[0] == code[0] and int(code[1:]) == int(before[1:]) + 1
        runs[-1].append(code) if follows else runs.append([code])
    words = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"
