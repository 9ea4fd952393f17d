"""From any protocol to the sheet that gives the same advice."""

from __future__ import annotations

from collections import deque
from string import ascii_uppercase
from typing import TYPE_CHECKING, Literal

from macros.paper_self_check import form
from macros.paper_self_check.combinations import (
    Alternative,
    Answered,
    Denied,
    Fact,
    alternatives,
    excludes,
    joined,
    place_of,
    without_needless,
)
from triage_py import Disposition
from triage_py.conditions import (
    NONE,
    UNSURE,
    AtLeast,
    Chosen,
    Compared,
    Condition,
    Holds,
    NoneOf,
    NoneTicked,
    Unsure,
    leaves,
    questions_read,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triage_py import Option, Protocol, Question

LETTERS = tuple(letter for letter in ascii_uppercase if letter not in "IO")
"""I and O look like 1 and 0 beside a number."""
MOST_PARTS_IN_A_LINE = 2
"""A sign with more parts gets a checklist of its own."""


class PaperError(ValueError):
    """The protocol cannot be followed with a pen; the message names the place and the remedy."""


def paper_self_check(protocol: Protocol) -> form.PaperSelfCheck:
    """Compose the sheet for a protocol.

    Raises:
        PaperError: The protocol asks for more questions than there are letters, or asks a
            question under a condition that its rules do not share.
    """
    # A build asks for it many times, for the protocol in each language by turns.
    for known, sheet in _composed:
        if known is protocol:
            return sheet
    sheet = _Composer(protocol).sheet()
    _composed.append((protocol, sheet))
    return sheet


_composed: deque[tuple[Protocol, form.PaperSelfCheck]] = deque(maxlen=8)
"""The last sheets, and what they were composed from."""


class _Composer:
    def __init__(self, protocol: Protocol) -> None:
        self._protocol = protocol
        if len(protocol.questions) > len(LETTERS):
            raise PaperError(
                f"{protocol.file}: questions: there are {len(protocol.questions)}, more than one "
                f"sheet has letters for. Merge questions until there are {len(LETTERS)} or fewer."
            )
        self._letters = dict(zip(protocol.questions, LETTERS, strict=False))
        self._found = self._alternatives()
        self._alone = {next(iter(facts)): level for level, facts in self._found if len(facts) == 1}
        self._earning = [
            self._without_what_marks_say(rule.when)
            for rule in protocol.rules
            if rule.disposition == Disposition.SELF_CARE
        ]
        self._together = [
            (level, facts)
            for level, facts in self._found
            if len(facts) > 1 and not self._is_spare(level, facts)
        ]
        self._signs: dict[str, Condition] = {}
        self._collect_signs()
        self._read = self._options_read()
        self._boxes = {id: self._boxes_of(question) for id, question in protocol.questions.items()}
        self._codes = {
            (id, option): box.code
            for id, boxes in self._boxes.items()
            for box in boxes
            for option in box.options
        }

    def sheet(self) -> form.PaperSelfCheck:
        protocol = self._protocol
        return form.PaperSelfCheck(
            title=protocol.title,
            version=protocol.version,
            reviewed=protocol.reviewed,
            intro=protocol.intro,
            not_for=protocol.not_for,
            steps=tuple(
                form.Step(
                    number,
                    screen.text,
                    tuple(self._item(question) for question in screen.questions),
                )
                for number, screen in enumerate(protocol.screens, 1)
            ),
            checklists=tuple(
                form.Checklist(number, self._sign_text(sign), self._rows(condition))
                for number, (sign, condition) in enumerate(self._signs.items(), 1)
            ),
            lines=tuple(self._lines()),
            earned=tuple(self._printed(condition) for condition in self._earning),
            otherwise=protocol.default_disposition,
        )

    # ------------------------------------------------------------------ rules taken apart

    def _alternatives(self) -> list[tuple[Disposition, Alternative]]:
        found = [
            (rule.disposition, facts)
            for rule in self._protocol.rules
            for facts in alternatives(rule.when)
            if rule.disposition not in (None, Disposition.SELF_CARE)
        ]
        short = without_needless((level, facts) for level, facts in found if level is not None)
        for _, facts in short:
            self._check_gate(facts)
        alone = {next(iter(facts)) for _, facts in short if len(facts) == 1}
        decisive = {fact.question for fact in alone if isinstance(fact, Answered)}
        return without_needless(self._without_gates(short, decisive))

    def _gates_in_use(
        self, found: list[tuple[Disposition, Alternative]]
    ) -> dict[str, frozenset[Answered]]:
        """The answers of which one has to be ticked for a question to be asked on paper.

        "Not sure" is among them only where a rule counts it.
        """
        gates = {}
        for question in self._protocol.questions.values():
            gate = self._gate_on_paper(question)
            if gate is None:
                continue
            unsure = Answered(gate.question, UNSURE)
            counts = any(
                unsure in facts and question.id in _questions_of(facts) for _, facts in found
            )
            answers = {Answered(gate.question, option) for option in gate.options}
            gates[question.id] = frozenset(answers | {unsure} if counts else answers)
        return gates

    def _without_gates(
        self, found: list[tuple[Disposition, Alternative]], decisive: set[str]
    ) -> list[tuple[Disposition, Alternative]]:
        """Leave out why a question is asked: the sheet says it at the question.

        Only where every reason for asking leads to the same advice, and where leaving the reason
        open rules out self-care anyway.
        """
        self._gates = self._gates_in_use(found)
        known = set(found)
        shown = []
        for level, facts in found:
            rest = facts
            for id, gate in self._gates.items():
                without = facts - gate
                if (
                    id in _questions_of(without)
                    and {answer.question for answer in gate} <= decisive
                    and all((level, without | {answer}) in known for answer in gate)
                ):
                    rest = without
            shown.append((level, rest))
        return shown

    def _gate_on_paper(self, question: Question) -> Chosen | None:
        """The answer that paper names as the reason why a question is asked.

        Of a gate behind a gate it names the inner one: the outer one stands at that question.
        """
        gate = question.ask_when
        if isinstance(gate, Chosen):
            return gate
        if isinstance(gate, AtLeast) and gate.count == len(gate.parts):
            for inner in gate.parts:
                outer = {part for part in gate.parts if part != inner}
                if isinstance(inner, Chosen) and outer == self._gates_of(inner.question):
                    return inner
        return None

    def _gates_of(self, question: str) -> set[Condition]:
        gate = self._protocol.questions[question].ask_when
        if isinstance(gate, AtLeast) and gate.count == len(gate.parts):
            return set(gate.parts)
        return set() if gate is None else {gate}

    def _check_gate(self, facts: Alternative) -> None:
        """Refuse a rule that reads a question but not the reason why that is asked.

        Raises:
            PaperError: There is one; paper and screen could differ.
        """
        for id in sorted(_questions_of(facts)):
            if self._protocol.questions[id].ask_when is None:
                continue
            gate = self._gate_on_paper(self._protocol.questions[id])
            reasons = (
                {Answered(gate.question, option) for option in (*gate.options, UNSURE)}
                if gate
                else set()
            )
            if not reasons & facts:
                raise PaperError(
                    f"{self._protocol.file}: questions.{id}.ask_when: a rule reads this question "
                    "without the reason why it is asked, so paper and screen could differ. "
                    'Write ask_when as "question includes option" (behind another gate: all of that '
                    "gate and this), and put it into each rule that reads the question."
                )

    def _without_what_marks_say(self, condition: Condition) -> Condition:
        """Drop "none of …" where each answer in it has a mark: self-care rules marks out anyway."""
        if isinstance(condition, AtLeast) and condition.count == len(condition.parts):
            kept = tuple(part for part in condition.parts if not self._marks_say(part))
            if len(kept) == 1:
                return kept[0]
            return AtLeast(len(kept), kept) if kept else condition
        return condition

    def _marks_say(self, condition: Condition) -> bool:
        return isinstance(condition, NoneOf) and all(
            len(facts) == 1 and next(iter(facts)) in self._alone
            for part in condition.parts
            for facts in alternatives(part)
        )

    def _is_spare(self, level: Disposition, facts: Alternative) -> bool:
        """Whether a line says what is left over anyway: nobody whom it fits has earned self-care.

        Nor has anybody whom it might fit: each way to earn self-care makes it a clear no.
        """
        return level == self._protocol.default_disposition and all(
            any(self._is_ruled_out(fact, earned) for fact in facts)
            for condition in self._earning
            for earned in alternatives(condition)
        )

    def _is_ruled_out(self, fact: Fact, known: Alternative) -> bool:
        """Whether answers that are known make a fact a clear no."""
        match fact:
            case Answered(id, option):
                return self._protocol.questions[id].kind == "choose-one" and any(
                    other.question == id and other.option not in (option, UNSURE)
                    for other in known
                    if isinstance(other, Answered)
                )
            case Compared():
                return any(excludes(other, fact) for other in known if isinstance(other, Compared))
            case Denied():
                return False

    # -------------------------------------------------------------------------- checklists

    def _collect_signs(self) -> None:
        """Give a checklist to each sign that earns self-care, or that a line denies.

        A sign of one or two parts needs none where it is denied: it is written out in the line.
        """
        for condition in self._earning:
            for sign in _signs_in(condition):
                self._add_sign(sign)
        for _, facts in self._together:
            for fact in sorted(facts, key=place_of):
                if isinstance(fact, Denied):
                    self._add_longer_signs(fact.condition)

    def _add_sign(self, sign: Holds) -> None:
        """Add a sign after those that it is made of."""
        self._add_longer_signs(*_parts(sign.condition))
        self._signs.setdefault(sign.sign, sign.condition)

    def _add_longer_signs(self, *conditions: Condition) -> None:
        for condition in conditions:
            for sign in _signs_in(condition):
                if len(_parts(sign.condition)) > MOST_PARTS_IN_A_LINE:
                    self._add_sign(sign)
                else:
                    self._add_longer_signs(*_parts(sign.condition))

    def _sign_text(self, id: str) -> str:
        return next(sign.text for sign in self._protocol.signs if sign.id == id)

    def _rows(self, condition: Condition) -> tuple[form.Condition, ...]:
        if isinstance(condition, AtLeast) and condition.count == len(condition.parts):
            return tuple(self._printed(part) for part in condition.parts)
        return (self._printed(condition),)

    # ------------------------------------------------------------------------------- boxes

    def _options_read(self) -> set[tuple[str, str]]:
        conditions = [*self._earning, *self._signs.values()]
        facts = {fact for _, facts in self._found for fact in facts}
        conditions += [fact.condition for fact in facts if isinstance(fact, Denied)]
        conditions += [
            question.ask_when
            for question in self._protocol.questions.values()
            if question.ask_when is not None
        ]
        read = {(fact.question, fact.option) for fact in facts if isinstance(fact, Answered)}
        for condition in conditions:
            for leaf in leaves(condition):
                if isinstance(leaf, Chosen):
                    read |= {(leaf.question, option) for option in leaf.options}
        return read

    def _boxes_of(self, question: Question) -> tuple[form.Box, ...]:
        letter = self._letters[question.id]
        if question.is_numeric:
            if not self._counts_unsure(question.id):
                return ()  # a number that is not written says the same
            said = question.choices[-1]
            level = self._level(question, (said,))
            return (form.Box(f"{letter}1", said.text, "", "", (UNSURE,), level),)
        return tuple(
            form.Box(
                code=f"{letter}{number}",
                text=options[0].text if len(options) == 1 else "",
                hint=options[0].hint if len(options) == 1 else "",
                group=options[0].group,
                options=tuple(option.id for option in options),
                level=self._level(question, options),
            )
            for number, options in enumerate(self._options_by_box(question), 1)
        )

    def _counts_unsure(self, question: str) -> bool:
        """Whether a rule asks if somebody is unsure of this question."""
        return any(
            isinstance(leaf, Unsure) and leaf.question == question
            for rule in self._protocol.rules
            for leaf in leaves(rule.when)
        )

    def _options_by_box(self, question: Question) -> Iterator[tuple[Option, ...]]:
        """Each option that is read, then those that change nothing: in one box, or in none.

        Where any number can be ticked, "none of these" stands for them.
        """
        idle = [option for option in question.options if (question.id, option.id) not in self._read]
        is_shown = question.kind == "choose-one" or not question.none_text
        for option in question.options:
            if option not in idle or (is_shown and len(idle) == 1):
                yield (option,)
        if is_shown and len(idle) > 1:
            yield tuple(idle)
        for option in question.choices[len(question.options) :]:
            yield (option,)

    def _level(self, question: Question, options: tuple[Option, ...]) -> Disposition | None:
        alone = self._alone.get(Answered(question.id, options[0].id))
        if alone is None and options[0].id == UNSURE and self._is_decisive(question.id):
            # Not sure rules out self-care, which is what the mark of everything else says.
            default = self._protocol.default_disposition
            return default if default == Disposition.SOON else None
        return alone

    def _is_decisive(self, question: str) -> bool:
        return any(
            not isinstance(fact, Denied) and fact.question == question
            and getattr(fact, "option", "") != UNSURE
            for fact in self._alone
        )  # fmt: skip

    def _item(self, question: Question) -> form.Item:
        boxes = self._boxes[question.id]
        kinds: dict[str, Literal["one", "any", "number", "scale"]] = {
            "choose-one": "one",
            "choose-any": "any",
            "scale": "scale",
        }
        return form.Item(
            letter=self._letters[question.id],
            question=question.id,
            kind=kinds.get(question.kind, "number"),
            text=question.text,
            hint=question.hint,
            boxes=boxes,
            not_sure=self._codes.get((question.id, UNSURE), ""),
            none=self._codes.get((question.id, NONE), ""),
            marks=tuple(
                form.NumberMark(fact.bound, fact.limit, level)
                for fact, level in self._alone.items()
                if isinstance(fact, Compared) and fact.question == question.id
            ),
            minimum=question.minimum,
            maximum=question.maximum,
            unit=question.unit,
            ends=question.ends,
            only_if=self._asked_if(question.id),
        )

    def _asked_if(self, question: str) -> form.Ticked | None:
        gate = self._gates.get(question)
        if gate is None:
            return None
        return form.Ticked(self._sorted_codes((answer.question, answer.option) for answer in gate))

    # ------------------------------------------------------------------------------- lines

    def _lines(self) -> Iterator[form.Line]:
        for level in sorted(Disposition, reverse=True):
            found = [facts for urgency, facts in self._together if urgency == level]
            lines = [
                form.Line(tuple(sorted(map(self._group, product), key=self._place)), level)
                for product in joined(found)
            ]
            yield from sorted(lines, key=lambda line: [self._place(group) for group in line.groups])

    def _group(self, facts: Iterable[Fact]) -> tuple[form.Condition, ...]:
        """Alternatives of one line: the boxes of one question together, then the rest."""
        facts = set(facts)
        boxes = {fact for fact in facts if isinstance(fact, Answered)}
        printed: list[form.Condition] = [
            form.Ticked(self._sorted_codes((fact.question, fact.option) for fact in boxes
                                           if fact.question == id))
            for id in self._letters
            if any(fact.question == id for fact in boxes)
        ]  # fmt: skip
        printed += [
            form.Measured(self._letters[fact.question], fact.bound, fact.limit)
            for fact in sorted(facts, key=place_of)
            if isinstance(fact, Compared)
        ]
        printed += [
            form.Not(self._printed(fact.condition))
            for fact in sorted(facts, key=place_of)
            if isinstance(fact, Denied)
        ]
        return tuple(sorted(printed, key=lambda part: self._place((part,))))

    def _place(self, group: tuple[form.Condition, ...]) -> tuple[int, int, str]:
        """Where a group stands: in the order of the questions, checklists last."""
        match group[0]:
            case form.Ticked(codes):
                return LETTERS.index(codes[0][0]), int(codes[0][1:]), ""
            case form.Measured(letter):
                return LETTERS.index(letter), 0, repr(group)
            case _:
                return len(LETTERS), 0, repr(group)

    def _printed(self, condition: Condition) -> form.Condition:
        match condition:
            case Chosen():
                return self._ticked(condition)
            case NoneTicked(question):
                return form.Ticked((self._codes[question, NONE],))
            case Unsure(question):
                return form.Ticked((self._codes[question, UNSURE],))
            case Compared(question, bound, limit):
                return form.Measured(self._letters[question], bound, limit)
            case AtLeast(count, parts):
                return form.Counted(count, tuple(self._printed(part) for part in parts))
            case NoneOf(parts):
                some = tuple(self._printed(part) for part in parts)
                return form.Not(some[0] if len(some) == 1 else form.Counted(1, some))
            case Holds(sign, named):
                if sign in self._signs:
                    return form.Fits(list(self._signs).index(sign) + 1)
                return self._printed(named)

    def _ticked(self, chosen: Chosen) -> form.Ticked:
        return form.Ticked(
            self._sorted_codes((chosen.question, option) for option in chosen.options)
        )

    def _sorted_codes(self, options: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        codes = {self._codes[option] for option in options}
        return tuple(sorted(codes, key=lambda code: (LETTERS.index(code[0]), int(code[1:]))))


def _questions_of(facts: Alternative) -> set[str]:
    """The questions that facts read."""
    read: set[str] = set()
    for fact in facts:
        if isinstance(fact, Denied):
            read |= questions_read(fact.condition)
        else:
            read.add(fact.question)
    return read


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AtLeast) else (condition,)


def _signs_in(condition: Condition) -> Iterator[Holds]:
    match condition:
        case Holds():
            yield condition
        case AtLeast(parts=parts) | NoneOf(parts=parts):
            for part in parts:
                yield from _signs_in(part)
        case _:
            return
