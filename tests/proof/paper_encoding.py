"""What a person with a pen makes of the printed sheet, as formulas over the same answers.

Only what is printed is read: boxes and the words beside them, marks, lines, checklists, and the
three rules at the end of the sheet. Neither the rules of the protocol nor the code that composed
the sheet is known here. `encoding.py` says what the engine makes of the same answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.paper_self_check import Counted, Fits, Measured, Not, Ticked
from triage_py import Disposition
from triage_py.conditions import NONE
from triage_py.proof.encoding import Truth
from triage_py.proof.logic import FALSE, TRUE, Formula, at_least, both, either, implies, negate

if TYPE_CHECKING:
    from macros.paper_self_check import Box, Condition, Item, Line, PaperSelfCheck
    from triage_py.proof.answer_space import Sheet


class PenReading:
    """The advice that the sheet gives to whoever follows it with a pen.

    Args:
        paper: What is printed, possibly damaged.
        sheet: The answers, put on paper as they are: the box with the same words is ticked, the
            same number is written; what has no box of its own is "none of these".
    """

    def __init__(self, paper: PaperSelfCheck, sheet: Sheet) -> None:
        self._paper = paper
        self._sheet = sheet
        self._items = {item.letter: item for item in paper.items}
        self._box_ticked = {
            box.code: self._ticks(item, box) for item in paper.items for box in item.boxes
        }
        self._counts: dict[str, Formula] = {}
        for item in paper.items:
            gate = item.only_if
            self._counts[item.letter] = (
                TRUE if gate is None else either(*(self._box_ticked[code] for code in gate.codes))
            )
        self._checklists: list[Truth] = []
        for checklist in paper.checklists:
            rows = [self._truth(row) for row in checklist.rows]
            self._checklists.append(self._number_of(len(rows), rows))
        self._lines = [(self._line(line), line.level) for line in paper.lines]

    def is_at(self, disposition: Disposition) -> Formula:
        """The sheet ends in this advice."""
        marks = {level: self._mark(level) for level in Disposition}
        above = [marks[level] for level in Disposition if level > disposition]
        any_mark = either(*marks.values())
        home = both(self._nothing_is_open(), self._is_earned())
        found = both(marks[disposition], *(negate(mark) for mark in above))
        if disposition == Disposition.SELF_CARE:
            found = either(found, both(negate(any_mark), home))
        if disposition == self._paper.otherwise:
            found = either(found, both(negate(any_mark), negate(home)))
        return found

    # ------------------------------------------------------------------ what was written down

    def _ticks(self, item: Item, box: Box) -> Formula:
        sheet, question = self._sheet, item.question
        options = [
            sheet.ticked[question, option]
            for option in box.options
            if (question, option) in sheet.ticked
        ]
        ticked = either(*options)
        if box.code == item.none or NONE in box.options:
            own = {option for other in item.boxes for option in other.options}
            named = [
                sheet.ticked[key] for key in sheet.ticked if key[0] == question and key[1] in own
            ]
            ticked = either(ticked, negate(either(*named)))
        return both(sheet.given[question], ticked)

    def _is_ticked(self, code: str) -> Formula:
        return both(self._counts[code[0]], self._box_ticked[code])

    def _mark(self, level: Disposition) -> Formula:
        boxes = [
            self._is_ticked(box.code)
            for item in self._items.values()
            for box in item.boxes
            if box.level == level
        ]
        numbers = [
            self._truth(Measured(item.letter, mark.bound, mark.limit)).true
            for item in self._items.values()
            for mark in item.marks
            if mark.level == level
        ]
        lines = [truth.true for truth, its_level in self._lines if its_level == level]
        return either(*boxes, *numbers, *lines)

    # ------------------------------------------------------------------- the end of the sheet

    def _nothing_is_open(self) -> Formula:
        answered = [
            implies(self._counts[item.letter], self._has_clear_answer(item))
            for item in self._items.values()
            if item.has_marks
        ]
        return both(*answered, *(truth.false for truth, _ in self._lines))

    def _has_clear_answer(self, item: Item) -> Formula:
        if item.is_numeric:
            return self._is_written(item)
        some = either(*(self._is_ticked(box.code) for box in item.boxes))
        return both(some, negate(self._is_unsure(item)))

    def _is_earned(self) -> Formula:
        return either(*(self._truth(condition).true for condition in self._paper.earned))

    # ------------------------------------------------------------------- yes, no, cannot tell

    def _truth(self, condition: Condition) -> Truth:
        match condition:
            case Ticked(codes):
                return self._any_of(codes)
            case Measured(letter, bound, limit):
                item = self._items[letter]
                said = _compared(self._sheet.number[item.question], bound, limit)
                written = self._is_written(item)
                return Truth(both(written, said), both(written, negate(said)))
            case Fits(number):
                return self._checklists[number - 1]
            case Not(part):
                truth = self._truth(part)
                return Truth(truth.false, truth.true)
            case Counted(count, parts):
                return self._number_of(count, [self._truth(part) for part in parts])

    def _any_of(self, codes: tuple[str, ...]) -> Truth:
        item = self._items[codes[0][0]]
        true = either(*(self._is_ticked(code) for code in codes))
        others = [self._is_ticked(box.code) for box in item.boxes if box.code not in codes]
        clear = [
            self._is_ticked(box.code)
            for box in item.boxes
            if box.code not in codes and box.code != item.not_sure
        ]
        if item.is_numeric:
            return Truth(true, both(negate(true), self._is_written(item)))
        if codes in ((item.none,), (item.not_sure,)):
            return Truth(true, both(negate(true), either(*clear)))
        unsure = self._is_unsure(item)
        return Truth(true, both(negate(true), negate(unsure), either(*others)))

    def _line(self, line: Line) -> Truth:
        groups = [
            self._number_of(1, [self._truth(part) for part in group]) for group in line.groups
        ]
        return self._number_of(len(groups), groups)

    @staticmethod
    def _number_of(count: int, truths: list[Truth]) -> Truth:
        possible = [negate(truth.false) for truth in truths]
        return Truth(
            at_least(count, (truth.true for truth in truths)),
            negate(at_least(count, possible)),
        )

    def _is_unsure(self, item: Item) -> Formula:
        return self._is_ticked(item.not_sure) if item.not_sure else FALSE

    def _is_written(self, item: Item) -> Formula:
        given = both(self._counts[item.letter], self._sheet.given[item.question])
        return both(given, negate(self._sheet.unsure(item.question)))


def _compared(value: Any, bound: str, limit: float) -> Formula:
    return {
        "at least": value >= limit,
        "at most": value <= limit,
        "more than": value > limit,
        "less than": value < limit,
    }[bound]
