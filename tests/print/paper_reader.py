"""A reader with a pen: follows what the sheet says, and knows nothing of the engine.

It sees ticked codes and written numbers only. What each printed condition means is said in
`macros/paper_self_check/form.py` and on the sheet itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.paper_self_check import Counted, Fits, Measured, Not, Ticked
from triage_py import Disposition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.paper_self_check import Condition, Item, Line, PaperSelfCheck


@dataclass
class FilledIn:
    """What a person ticked and wrote."""

    ticks: set[str] = field(default_factory=set)
    numbers: dict[str, float] = field(default_factory=dict)


def evaluate_paper(paper: PaperSelfCheck, filled: FilledIn) -> Disposition:
    """The advice that the sheet gives to a person who follows it."""
    reader = _Reader(paper, filled)
    marks = [*reader.marks_at_boxes(), *reader.marks_at_numbers(), *reader.marks_of_lines()]
    if marks:
        return max(marks)
    if reader.nothing_is_open() and reader.earned():
        return Disposition.SELF_CARE
    return paper.otherwise


class _Reader:
    def __init__(self, paper: PaperSelfCheck, filled: FilledIn) -> None:
        self.paper = paper
        self.items = {item.letter: item for item in paper.items}
        self.ticks = {code for code in filled.ticks if self.counts(code[0], filled)}
        self.numbers = filled.numbers
        self.ticked = {
            letter: {box.code for box in item.boxes} & self.ticks
            for letter, item in self.items.items()
        }

    def counts(self, letter: str, filled: FilledIn) -> bool:
        gate = self.items[letter].only_if
        return gate is None or bool(set(gate.codes) & filled.ticks)

    def is_asked(self, item: Item) -> bool:
        return item.only_if is None or bool(set(item.only_if.codes) & self.ticks)

    def marks_at_boxes(self) -> Iterator[Disposition]:
        for item in self.items.values():
            for box in item.boxes:
                if box.code in self.ticks and box.level is not None:
                    yield box.level

    def marks_at_numbers(self) -> Iterator[Disposition]:
        for item in self.items.values():
            for mark in item.marks:
                if self.answer(Measured(item.letter, mark.bound, mark.limit)):
                    yield mark.level

    def marks_of_lines(self) -> Iterator[Disposition]:
        for line in self.paper.lines:
            if self.line(line) is True:
                yield line.level

    def line(self, line: Line) -> bool | None:
        groups = [self.count(1, [self.answer(part) for part in group]) for group in line.groups]
        return self.count(len(groups), groups)

    def nothing_is_open(self) -> bool:
        """Each letter with marks has a tick that is not "not sure", and no line could fit."""
        for item in self.items.values():
            if not item.has_marks or not self.is_asked(item):
                continue
            if not item.is_numeric:
                ticked = self.ticked[item.letter]
                if not ticked or item.not_sure in ticked:
                    return False
            elif item.letter not in self.numbers:
                return False
        return all(self.line(line) is False for line in self.paper.lines)

    def earned(self) -> bool:
        return any(self.answer(condition) is True for condition in self.paper.earned)

    def answer(self, condition: Condition) -> bool | None:
        """Yes, no, or None for "cannot tell"."""
        match condition:
            case Ticked(codes):
                return self.any_of(codes)
            case Measured(letter, bound, limit):
                number = self.numbers.get(letter)
                if number is None:
                    return None
                return {
                    "at least": number >= limit,
                    "at most": number <= limit,
                    "more than": number > limit,
                    "less than": number < limit,
                }[bound]
            case Fits(number):
                rows = self.paper.checklists[number - 1].rows
                return self.count(len(rows), [self.answer(row) for row in rows])
            case Not(part):
                found = self.answer(part)
                return None if found is None else not found
            case Counted(count, parts):
                return self.count(count, [self.answer(part) for part in parts])
        raise AssertionError(condition)

    def any_of(self, codes: tuple[str, ...]) -> bool | None:
        item = self.items[codes[0][0]]
        ticked = self.ticked[item.letter]
        if not ticked.isdisjoint(codes):
            return True
        if item.is_numeric:
            return False if item.letter in self.numbers else None
        others = ticked - {item.not_sure}
        if codes == (item.none,) and others:
            return False
        if codes == (item.not_sure,) and others:
            return False
        return None if not ticked or item.not_sure in ticked else False

    @staticmethod
    def count(wanted: int, answers: list[bool | None]) -> bool | None:
        if answers.count(True) >= wanted:
            return True
        return None if answers.count(True) + answers.count(None) >= wanted else False


def fill_in(paper: PaperSelfCheck, answers: Mapping[str, object]) -> FilledIn:
    """Put answers, as the engine gets them, on paper: the box with those words, or the number.

    An option without a box of its own where any number can be ticked is "none of these".
    """
    filled = FilledIn()
    for item in paper.items:
        given = answers.get(item.question)
        if given is None:
            continue
        if item.is_numeric and isinstance(given, (int, float)):
            filled.numbers[item.letter] = given
            continue
        if item.is_numeric:  # not sure: there is a box for it where a rule asks
            filled.ticks |= {item.not_sure} - {""}
            continue
        chosen = set(given) if isinstance(given, list) else {given}
        codes = {box.code for box in item.boxes if chosen & set(box.options)}
        filled.ticks |= codes or {item.none}
    return filled
