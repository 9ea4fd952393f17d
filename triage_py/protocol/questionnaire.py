"""What is asked: screens, questions (questionnaire items) and their answer options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from triage_py.conditions import NONE, UNSURE

if TYPE_CHECKING:
    from triage_py.conditions import Condition

Kind: TypeAlias = Literal["choose-one", "choose-any", "number", "scale", "time-since"]
Worse: TypeAlias = Literal["higher", "lower", "neither"]
WORSE: tuple[Worse, ...] = ("higher", "lower", "neither")
KINDS: tuple[Kind, ...] = ("choose-one", "choose-any", "number", "scale", "time-since")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    id: str
    text: str
    """What the reader sees."""
    hint: str = ""
    """A second, quieter line."""
    group: str = ""
    """The heading above this option and those that follow with the same group."""
    worry: int = 0
    """How worrying it is beside the others: a higher one must never lower the advice."""
    worse_than: tuple[str, ...] = ()
    """Options of the same question that this one is worse than, where they form no single line."""


@dataclass(frozen=True, slots=True)
class Question:
    """One questionnaire item."""

    id: str
    kind: Kind
    text: str
    screen: str
    """The screen that shows it; questions of one screen stand together."""
    hint: str = ""
    why: str = ""
    """Why it is asked, in one or two plain sentences."""
    options: tuple[Option, ...] = ()
    """The real options, without "none of these" and "I'm not sure"."""
    none_text: str = ""
    """The words for "none of these"; empty where that cannot be said."""
    unsure_text: str = ""
    """The words for "I'm not sure"; empty where nobody could be unsure."""
    minimum: int = 0
    maximum: int = 0
    unit: str = ""
    ends: tuple[str, str] = ("", "")
    """What the lowest and the highest number of a scale mean."""
    worse: Worse = "higher"
    """Which numbers are more worrying; neither where both ends are, as with a temperature."""
    is_fixed: bool = False
    """A fact that cannot change soon, such as age: not told as something that would change advice."""
    ask_when: Condition | None = None
    """Asked unless this is false; None means always."""

    @property
    def is_numeric(self) -> bool:
        """Whether the answer is a number."""
        return self.kind in ("number", "scale", "time-since")

    def is_worse(self, option: str, than: str) -> bool:
        """Whether one option is declared more worrying than another.

        Declared by `worse_than`, step by step, or else by a higher `worry`.
        """
        by_id = {known.id: known for known in self.options}
        if option not in by_id or than not in by_id:
            return False
        if any(known.worse_than for known in self.options):
            below = by_id[option].worse_than
            return than in below or any(self.is_worse(next_one, than) for next_one in below)
        return by_id[option].worry > by_id[than].worry

    @property
    def calmest_number(self) -> int | None:
        """The least worrying number; None where there is none, or where options are chosen."""
        ends = {"higher": self.minimum, "lower": self.maximum}
        return ends.get(self.worse) if self.is_numeric else None

    @property
    def least_worrying(self) -> tuple[Option, ...]:
        """The options that are declared worse than no other."""
        ids = [option.id for option in self.options]
        return tuple(
            option
            for option in self.options
            if not any(self.is_worse(option.id, than=other) for other in ids)
        )

    @property
    def choices(self) -> tuple[Option, ...]:
        """All that can be chosen, with "none of these" and "I'm not sure" last."""
        extra = ((NONE, self.none_text), (UNSURE, self.unsure_text))
        return self.options + tuple(Option(id, text) for id, text in extra if text)


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown at once: one question, or a small group that belongs together."""

    id: str
    text: str
    questions: tuple[Question, ...]
