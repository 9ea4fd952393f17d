"""Read conditions, and check that every question, option and sign they name is there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from triage_py.conditions import (
    NONE,
    UNSURE,
    AtLeast,
    Bound,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
)
from triage_py.errors import did_you_mean
from triage_py.protocol.tables import name_of

if TYPE_CHECKING:
    from triage_py.protocol.questionnaire import Question
    from triage_py.protocol.rules import Sign
    from triage_py.protocol.tables import Findings

DEEPEST = 12
"""How deep conditions may be nested: deeper ones nobody can read aloud."""

_IS = re.compile(r"(\S+) is (\S+(?: or \S+)*)")
_INCLUDES = re.compile(r"(\S+) includes (\S+(?: or \S+)*)")
_COMPARED = re.compile(r"(\S+) (at least|at most|more than|less than) (-?\d+(?:\.\d+)?)")
_HOLDS = re.compile(r"(\S+) holds")
_FORMS = (
    'Write "question is option", "question includes option or option", '
    '"question at least 7" or "sign holds".'
)


class ConditionReader:
    """Reads conditions against one questionnaire and its named signs.

    A condition with a problem is read as one that is never known, so that reading can go on and
    every problem be told at once; a protocol with problems is never returned.
    """

    def __init__(
        self,
        questions: Mapping[str, Question],
        signs: Mapping[str, Sign],
        findings: Findings,
        sign_ids: frozenset[str] = frozenset(),
    ) -> None:
        self._questions = questions
        self._signs = signs
        self._sign_ids = sign_ids
        self._findings = findings

    def read(self, raw: object, where: str, depth: int = 0) -> Condition:
        """Read a condition as the file has it: a sentence, or a table of joined ones."""
        if depth > DEEPEST:
            self._findings.add(
                where, f"this is nested over {DEEPEST} deep.", "Name a part of it in [signs]."
            )
            return _never_known()
        if isinstance(raw, str):
            return self._sentence(raw.strip(), where)
        if isinstance(raw, Mapping):
            return self._joined(raw, where, depth)
        remedy = "Write a sentence, or { any = […] }, { all = […] }, { none = […] }."
        if isinstance(raw, list):
            remedy = "Say how the list is joined: { any = […] } or { all = […] }."
        self._findings.add(where, f"expected a condition, found {name_of(raw)}.", remedy)
        return _never_known()

    def _joined(self, raw: Mapping[str, object], where: str, depth: int) -> Condition:
        keys = frozenset(raw)
        if keys not in ({"any"}, {"all"}, {"none"}, {"at_least", "of"}):
            self._findings.add(
                where,
                f"a joined condition cannot have the keys {', '.join(sorted(map(str, keys)))}.",
                "Use one of any, all, none, or at_least with of.",
            )
            return _never_known()
        key = "of" if "of" in keys else str(next(iter(keys)))
        items = raw[key]
        if not isinstance(items, list) or not items:
            self._findings.add(f"{where}.{key}", "expected a list of conditions.", "List them.")
            return _never_known()
        parts = tuple(
            self.read(item, f"{where}.{key}[{number}]", depth + 1)
            for number, item in enumerate(items)
        )
        if key == "none":
            return NoneOf(parts)
        if key != "of":
            return AtLeast(1 if key == "any" else len(parts), parts)
        count = raw["at_least"]
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= len(parts):
            self._findings.add(
                f"{where}.at_least",
                f"found {name_of(count)}.",
                f"Write a whole number from 1 to {len(parts)}, the length of the list.",
            )
            return _never_known()
        return AtLeast(count, parts)

    def _sentence(self, text: str, where: str) -> Condition:
        if found := _HOLDS.fullmatch(text):
            return self._holds(found[1], where)
        if found := _COMPARED.fullmatch(text):
            return self._compared(found[1], cast("Bound", found[2]), float(found[3]), where)
        if found := _INCLUDES.fullmatch(text):
            return self._chosen(found[1], found[2], where, verb="includes")
        if found := _IS.fullmatch(text):
            return self._chosen(found[1], found[2], where, verb="is")
        self._findings.add(where, f'"{text[:60]}" is not a condition.', _FORMS)
        return _never_known()

    def _holds(self, sign: str, where: str) -> Condition:
        if sign in self._signs:
            return Holds(sign, self._signs[sign].when)
        if sign in self._sign_ids:
            what, remedy = f'sign "{sign}" is defined further down.', "Move it above this one."
        else:
            what = f'there is no sign "{sign}".'
            remedy = f"{did_you_mean(sign, self._sign_ids)} Signs are defined under [signs]."
        self._findings.add(where, what, remedy)
        return _never_known()

    def _question(self, id: str, where: str) -> Question | None:
        question = self._questions.get(id)
        if question is None:
            self._findings.add(
                where,
                f'there is no question "{id}".',
                f"{did_you_mean(id, self._questions)} Questions are defined under [questions].",
            )
        return question

    def _compared(self, id: str, bound: Bound, limit: float, where: str) -> Condition:
        question = self._question(id, where)
        if question is None:
            return _never_known()
        if not question.is_numeric:
            self._findings.add(
                where,
                f'question "{id}" is {question.kind}, so it cannot be compared with a number.',
                f'Write "{id} is …" or "{id} includes …".',
            )
        elif not question.minimum <= limit <= question.maximum:
            self._findings.add(
                where,
                f'question "{id}" runs from {question.minimum} to {question.maximum}.',
                "Compare with a number in that range.",
            )
        return Compared(id, bound, limit)

    def _chosen(self, id: str, names: str, where: str, *, verb: str) -> Condition:
        question = self._question(id, where)
        if question is None:
            return _never_known()
        options = names.split(" or ")
        if options == [UNSURE] and question.unsure_text:
            return Unsure(id)
        if question.is_numeric:
            self._findings.add(
                where,
                f'question "{id}" asks for a number, so it has no options.',
                f'Write "{id} at least 7" (or at most, more than, less than).',
            )
            return _never_known()
        if options == [NONE] and question.none_text:
            return NoneTicked(id)
        fitting = "includes" if question.kind == "choose-any" else "is"
        if verb != fitting:
            self._findings.add(
                where,
                f'question "{id}" is {question.kind}.',
                f'Write "{id} {fitting} {names}".',
            )
        known = [option.id for option in question.options]
        for option in options:
            if option in (NONE, UNSURE):
                self._findings.add(
                    where,
                    f'"{option}" cannot be joined to other options, or cannot be said here.',
                    f'Write "{id} is {option}" as a condition of its own, where it is an answer.',
                )
            elif option not in known:
                self._findings.add(
                    where,
                    f'question "{id}" has no option "{option}".',
                    did_you_mean(option, known),
                )
        return Chosen(id, frozenset(options))


def _never_known() -> Condition:
    return Unsure("")
