"""Printed conditions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.paper_self_check.form import Condition, Counted, Fits, Line, Measured, Not, Ticked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
        """One group of a line: any of its conditions, such as `B2, H4 or R is 7 or more`."""
        codes = [code for part in group if isinstance(part, Ticked) for code in part.codes]
        others = [part for part in group if not isinstance(part, Ticked)]
        return self._either(
            [*self._runs(codes), *(self.condition(part, inside=True) for part in others)]
        )

    def any_of(self, conditions: Sequence[Condition]) -> str:
        """A sentence that is true if one of its conditions is."""
        is_one = len(conditions) == 1
        words = self._either([self.condition(part, inside=not is_one) for part in conditions])
        return f"{words[:1].upper()}{words[1:]}."

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
        return self._either(self._runs(codes))

    def _runs(self, codes: Sequence[str]) -> list[str]:
        runs: list[list[str]] = []
        for code in codes:
            last = runs[-1][-1] if runs else ""
            follows = last[:1] == code[0] and int(code[1:]) == int(last[1:]) + 1
            runs[-1].append(code) if follows else runs.append([code])
        words: list[str] = []
        for run in runs:
            is_long = len(run) > 2
            words += [self._words["run"].format(first=run[0], last=run[-1])] if is_long else run
        return words

    def _either(self, words: Sequence[str]) -> str:
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
