"""What is printed: boxes, where each leads, lines that join several, and checklists.

Everything here can be followed with a pen. Each printed condition is a yes, a no, or cannot be
told, and how to find out which is printed on the sheet itself:

- `Ticked` is a yes if one of its boxes is ticked, a no if other boxes of that question are, and
  cannot be told if nothing or "not sure" is ticked there.
- `Measured` compares a number that was written down or circled.
- `Counted` needs so many of its parts; `Not` turns a yes into a no and a no into a yes.
- `Fits` is what came of a checklist.

The advice is the most urgent mark among ticked boxes, written numbers and lines that are a yes.
Without any, it is self-care if one of the earning conditions is a yes, no question with marks
was left open and no line is left open; and the advice for everything else if not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from triage_py import Disposition
    from triage_py.conditions import Bound


@dataclass(frozen=True, slots=True)
class Ticked:
    """One of these boxes is ticked. All belong to one question."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A number lies on one side of a limit."""

    letter: str
    bound: Bound
    limit: float


@dataclass(frozen=True, slots=True)
class Fits:
    """A checklist came out as "it fits"."""

    checklist: int


@dataclass(frozen=True, slots=True)
class Counted:
    """At least so many of the parts are a yes."""

    at_least: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part is a clear no."""

    part: Condition


Condition: TypeAlias = "Ticked | Measured | Fits | Counted | Not"


@dataclass(frozen=True, slots=True)
class Box:
    """One tick box.

    Attributes:
        code: What lines and checklists call it, such as `B4`.
        text: The words beside it; empty where it stands for several options.
        hint: A second, quieter line.
        group: The heading above this box and those that follow with the same group.
        options: The answer options it stands for: several where none of them changes the advice.
        level: Where it leads on its own; None for nowhere.
    """

    code: str
    text: str
    hint: str
    group: str
    options: tuple[str, ...]
    level: Disposition | None


@dataclass(frozen=True, slots=True)
class NumberMark:
    """A number that leads somewhere on its own."""

    bound: Bound
    limit: float
    level: Disposition


@dataclass(frozen=True, slots=True)
class Item:
    """One question on paper.

    Attributes:
        letter: The letter that its codes begin with.
        question: The id of the question in the protocol.
        kind: `one` box, `any` boxes, a `number` to write or a `scale` to circle.
        text: The question.
        boxes: Its boxes, with "none of these" and "not sure" last. A number has at most "not sure".
        not_sure: The code of the "not sure" box; empty where there is none.
        none: The code of the "none of these" box; empty where there is none.
        marks: Numbers that lead somewhere on their own, the most urgent first.
        minimum, maximum, unit, ends: As the protocol has them, for numbers.
        only_if: The boxes of which one has to be ticked for the question to count.
    """

    letter: str
    question: str
    kind: Literal["one", "any", "number", "scale"]
    text: str
    hint: str
    boxes: tuple[Box, ...]
    not_sure: str
    none: str
    marks: tuple[NumberMark, ...]
    minimum: int
    maximum: int
    unit: str
    ends: tuple[str, str]
    only_if: Ticked | None

    @property
    def is_numeric(self) -> bool:
        """Whether the answer is a number that is written or circled."""
        return self.kind in ("number", "scale")

    @property
    def has_marks(self) -> bool:
        """Whether an answer here can decide alone, so that leaving it open rules out self-care."""
        known = (box for box in self.boxes if box.code != self.not_sure)
        return bool(self.marks) or any(box.level is not None for box in known)


@dataclass(frozen=True, slots=True)
class Step:
    """Questions under one heading. The first step holds only emergency signs."""

    number: int
    text: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Answers that lead somewhere together: one of each group."""

    groups: tuple[tuple[Condition, ...], ...]
    level: Disposition


@dataclass(frozen=True, slots=True)
class Checklist:
    """A named sign of the protocol: it fits if every row is a yes, and not if one is a no."""

    number: int
    text: str
    rows: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class PaperSelfCheck:
    """The whole sheet."""

    title: str
    version: str
    reviewed: date
    intro: str
    not_for: str
    steps: tuple[Step, ...]
    checklists: tuple[Checklist, ...]
    lines: tuple[Line, ...]
    """The most urgent first."""
    earned: tuple[Condition, ...]
    """Self-care needs one of these."""
    otherwise: Disposition
    """The advice for everything else."""

    @property
    def items(self) -> Iterator[Item]:
        """Every question, in the order they are asked."""
        return (item for step in self.steps for item in step.items)
