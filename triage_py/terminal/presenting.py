"""How questions and a result look in a terminal. Nothing else here imports rich."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from triage_py.dispositions import Disposition
from triage_py.explanation import explain
from triage_py.terminal import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import RenderableType

    from triage_py.assessment import Assessment
    from triage_py.interview import Ask
    from triage_py.protocol import Protocol, Question

STYLES = {
    Disposition.EMERGENCY: "bold red",
    Disposition.URGENT: "bold yellow",
    Disposition.SOON: "bold cyan",
    Disposition.SELF_CARE: "bold green",
}
"""Beside the words, never instead of them."""
WIDEST = 88
"""Columns: longer lines are hard to read."""


class Presenter:
    """Shows one protocol on the standard output.

    Args:
        protocol: What is asked.
        numbers: What stands in place of `{emergency_number}` and `{helpline}` in its texts.
    """

    def __init__(self, protocol: Protocol, numbers: Mapping[str, str]) -> None:
        self._protocol = protocol
        self._numbers = numbers
        console = Console(highlight=False)
        self._console = Console(highlight=False, width=min(console.width, WIDEST))
        self._screen = ""

    def welcome(self) -> None:
        """What this is, whom it is not for, and how to answer."""
        protocol = self._protocol
        self._say(protocol.title, "bold")
        self._say(f"{protocol.id}, version {protocol.version}", "dim")
        for text in (protocol.intro, protocol.not_for):
            if text:
                self._say(text)
        if not protocol.reviewer:
            self._say(words.NOT_REVIEWED, "bold")
        self._say(words.HOW_TO, "dim")

    def ask(self, step: Ask, question: Question) -> None:
        """Show how far it is, and one question with its answers."""
        self._console.print()
        if step.screen.id != self._screen:
            self._screen = step.screen.id
            self._progress(step)
            if len(step.screen.questions) > 1:
                self._say(step.screen.text, "bold underline")
        self._say(question.text, "bold")
        if question.hint:
            self._say(question.hint)
        if question.is_numeric:
            self._number(question)
        else:
            self._choices(question)

    def line(self) -> str:
        """What is typed next.

        Raises:
            EOFError: Nothing comes any more.
        """
        return self._console.input(Text(words.PROMPT, style="bold"))

    def tell(self, text: str) -> None:
        """One sentence in between."""
        self._say(text, "italic")

    def result(self, found: Assessment) -> None:
        """What to do and how soon, why, and what would change it."""
        told = self._protocol.words[found.disposition]
        explained = explain(self._protocol, found)
        style = STYLES[found.disposition]
        again = ""
        if told.check_again_days:
            again = words.CHECK_AGAIN.format(days=told.check_again_days)
            again = words.CHECK_AGAIN_TOMORROW if told.check_again_days == 1 else again
        changes = [one.sentence(self._protocol) for one in (*explained.raises, *explained.lowers)]
        reasons = [
            f"{because} ({words.SOURCES.format(ids=', '.join(sources))})" if sources else because
            for because, sources in explained.because
        ]
        self._console.print()
        parts: list[RenderableType] = [
            Text(self._filled(told.label), style),
            Text(self._filled(told.lead)),
            *self._listed(words.DO, told.do),
            *self._listed(words.EXPECT, told.expect),
            *self._listed(words.SAFETY_NET[found.disposition], told.safety_net),
            *([Text(f"\n{again}", "bold")] if again else []),
        ]
        self._console.print(Panel(Group(*parts), border_style=style.removeprefix("bold ")))
        self._say(f"{found.pattern.title}. {found.pattern.text}")
        unsure = [question.text for question in explained.unsure]
        self._console.print(
            Group(
                *self._listed(words.WHY_THIS, reasons),
                *self._listed(words.CHANGES, changes),
                *self._listed(words.UNSURE, unsure),
            )
        )
        self._say(f"\n{words.NOTHING_KEPT}", "dim")

    def _progress(self, step: Ask) -> None:
        whole = step.screens_done + step.screens_left
        self._say(words.STEP.format(done=step.screens_done + 1, all=whole), "dim")
        if self._console.is_terminal:
            self._console.print(ProgressBar(whole, step.screens_done, width=40), "", sep="\n")
        level = step.so_far.disposition
        if level >= Disposition.URGENT:
            label = self._protocol.words[level].label
            self._say(words.SO_FAR.format(label=label), STYLES[level])

    def _number(self, question: Question) -> None:
        low, high = question.ends
        if low:
            self._say(f"{question.minimum}: {low}. {question.maximum}: {high}.")
        unit = f" {question.unit}" if question.unit else ""
        self._say(
            words.NUMBER_OF.format(least=question.minimum, most=question.maximum, unit=unit), "dim"
        )
        if question.unsure_text:
            self._say(f"{words.NOT_SURE}  {question.unsure_text}", "dim")

    def _choices(self, question: Question) -> None:
        group = ""
        rows = Table.grid(padding=(0, 1))
        rows.add_column(justify="right", style="bold cyan")
        rows.add_column()
        for place, option in enumerate(question.choices, 1):
            if option.group != group:
                group = option.group
                rows.add_row("", Text(group, "underline"))
            line = Text(self._filled(option.text))
            if option.hint:
                line.append(f" ({self._filled(option.hint)})", "dim")
            rows.add_row(str(place), line)
        self._console.print(rows)
        if question.kind == "choose-any":
            self._say(words.ANY_OF, "dim")

    def _listed(self, heading: str, items: Iterable[str]) -> list[RenderableType]:
        rows = Table.grid(padding=(0, 1))
        for item in items:
            rows.add_row("-", Text(self._filled(item)))
        return [Text(f"\n{self._filled(heading)}", "bold"), rows] if rows.row_count else []

    def _say(self, text: str, style: str = "") -> None:
        self._console.print(Text(self._filled(text), style))

    def _filled(self, text: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda place: self._numbers.get(place[1], place[0]), text)
