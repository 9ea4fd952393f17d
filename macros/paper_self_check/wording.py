"""Printed conditions in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from macros.paper_self_check.form import Condition, Counted, Fits, Line, Measured, Not, Ticked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.paper_self_check.form import NumberMark, PaperSelfCheck


class Wording:
    """Writes the conditions of one sheet in words.

    Args:
        paper: The sheet.
        words: `paper_self_check` of the language's words.
    """

    def __init__(self, paper: PaperSelfCheck, words: Mapping[str, Any]) -> None:
        self._units = {item.letter: item.unit for item in paper.items}
        self._words: Mapping[str, str] = words["conditions"]

    def condition(self, condition: Condition, *, inside: bool = False) -> str:
        """One condition, such as `F1 or F2`, `3 or more of these: …` or `G is 7 or less`.

        Args:
            condition: What to write.
            inside: Whether it stands inside another one, so that it needs brackets.
        """
        words = self._words
        match condition:
            case Ticked(codes):
                return self.codes(codes)
            case Measured(letter, bound, limit):
                said = self.bound(letter, bound, limit)
                return words["measured"].format(letter=letter, bound=said)
            case Fits(checklist):
                return words["fits"].format(number=checklist)
            case Not(Fits(checklist)):
                return words["fits_not"].format(number=checklist)
            case Not(part):
                return words["clearly_not"].format(part=self.condition(part, inside=True))
            case Counted(count, parts):
                return self._counted(count, parts, inside=inside)

    def group(self, group: tuple[Condition, ...]) -> str:
        """One group of a line: any of its conditions."""
        return self._words["comma_or"].join(self.condition(part, inside=True) for part in group)

    def line(self, line: Line) -> str:
        """A whole line, groups joined by "and"."""
        return f", {self._words['and']} ".join(self.group(group) for group in line.groups)

    def mark(self, letter: str, mark: NumberMark) -> str:
        """A number that leads somewhere, such as `42 days or more`."""
        return self.bound(letter, mark.bound, mark.limit)

    def bound(self, letter: str, bound: str, limit: float) -> str:
        """One side of a limit, with the unit of the question."""
        number = f"{limit:g} {self._units[letter]}".strip()
        return self._words[f"number_{bound.replace(' ', '_')}"].format(number=number)

    def codes(self, codes: tuple[str, ...]) -> str:
        """Codes with runs of three or more shortened, such as `B2, B5 to B8 or B11`."""
        runs: list[list[str]] = [[codes[0]]]
        for before, code in pairwise(codes):
            follows = before[0] == code[0] and int(code[1:]) == int(before[1:]) + 1
            runs[-1].append(code) if follows else runs.append([code])
        words = []
        for run in runs:
            is_long = len(run) > 2
            words += [self._words["run"].format(first=run[0], last=run[-1])] if is_long else run
        if len(words) == 1:
            return words[0]
        return f"{', '.join(words[:-1])} {self._words['or']} {words[-1]}"

    def _counted(self, count: int, parts: tuple[Condition, ...], *, inside: bool) -> str:
        words = [self.condition(part, inside=True) for part in parts]
        either = f" {self._words['or']} "
        if count == len(parts):
            text = f" {self._words['and']} ".join(words)
        elif count == 1:
            text = f";{either}".join(words) if not inside else either.join(words)
        else:
            return self._words["at_least"].format(
                count=count, all=len(parts), parts="; ".join(words)
            )
        return f"({text})" if inside else text
