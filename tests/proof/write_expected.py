"""Write the committed tables of answers anew: `python -m tests.proof.write_expected`.

Run it after a change to the protocol, and read the difference: it shows who is told otherwise
than before. For every rule, and for every small change to a condition, the search finds someone
who would notice, and who differs from the calm picture in as few answers as possible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage_py import Disposition
from triage_py.proof.answer_space import Sheet, ticks
from triage_py.proof.encoding import Reading, disposition_differs, pattern_differs, reasons_differ
from triage_py.proof.logic import Formula, Search, at_most, both, negate

from .damage import without_rule
from .expected_table import RULES, SMALL_CHANGES, Row, read_table, tell, write_table
from .shipped import PROTOCOL
from .small_changes import slightly_changed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triage_py import Protocol

RULES_HEADING = """For every rule somebody who is told otherwise without it.
`changes` are the answers that differ from the calm picture; the rest is what the protocol says.
Written by: python -m tests.proof.write_expected"""
SMALL_HEADING = """For every small change to a condition somebody who is told otherwise after it:
one option or one part left out, one limit moved by one.
Written by: python -m tests.proof.write_expected"""


def calm_picture(protocol: Protocol) -> dict[str, object]:
    """Complete answers that lead to self-care, with the calmest answer wherever it can be."""
    known, _ = read_table(RULES)
    sheet = Sheet(protocol)
    reading = Reading(protocol, sheet)
    fitting = [
        sheet.is_possible,
        reading.is_complete,
        reading.is_at(Disposition.SELF_CARE),
        *(negate(sheet.given[id]) for id, q in protocol.questions.items() if q.ask_when),
    ]
    search = Search(*fitting)
    for id, question in protocol.questions.items():
        if question.ask_when:
            continue
        calmest: list[object] = [known[id]] if id in known else []
        if question.is_numeric:
            calmest += [question.minimum + 2, question.minimum]
        elif question.none_text:
            calmest += [["none"]]
        else:
            calmest += [option.id for option in question.least_worrying]
            calmest += [option.id for option in question.options]
        for raw in calmest:
            if search.find(sheet.says(id, raw)) is not None:
                search.demand(sheet.says(id, raw))
                break
    model = search.find()
    if model is None:
        message = "no answers lead to self-care"
        raise ValueError(message)
    return sheet.read(model)


class Witnesses:
    """Finds people who notice a change, as near to the calm picture as can be.

    Args:
        protocol: The protocol as it is.
        calm: The calm picture.
    """

    def __init__(self, protocol: Protocol, calm: Mapping[str, object]) -> None:
        self.protocol = protocol
        self.calm = calm
        self._sheet = Sheet(protocol)
        self._reading = Reading(protocol, self._sheet)
        self._changed = [
            negate(self._sheet.says(id, calm[id]) if id in calm else negate(self._sheet.given[id]))
            for id in protocol.questions
        ]

    def who_notices(self, changed: Protocol, notices: str) -> Row | None:
        """Somebody who is told otherwise by the changed protocol, or None when nobody is.

        Another disposition is looked for first, then another pattern, then other reasons; people
        who are sure of everything first.
        """
        other = Reading(changed, self._sheet)
        sure = both(*(negate(self._sheet.unsure(id)) for id in self.protocol.questions))
        search = Search(self._sheet.is_possible, self._reading.is_complete)
        for notice in (disposition_differs, pattern_differs, reasons_differ):
            difference = notice(self._reading, other)
            for demands in ([difference, sure], [difference]):
                if search.find(*demands) is not None:
                    return self._nearest(search, demands, notices)
        return None

    def _nearest(self, search: Search, demands: list[Formula], notices: str) -> Row:
        count = 0
        while search.find(*demands, at_most(count, self._changed)) is None:
            count += 1
        kept = [*demands, at_most(count, self._changed)]
        for question in self.protocol.questions.values():
            if question.kind == "choose-any":
                for option in ticks(question):
                    unticked = negate(self._sheet.ticked[question.id, option])
                    if search.find(*kept, unticked) is not None:
                        kept.append(unticked)
        model = search.find(*kept)
        raw = self._sheet.read(model)
        changes = {id: raw[id] for id in raw if raw[id] != self.calm.get(id)}
        return Row(notices, changes, tell(self.protocol, raw))


def notices(row: Row, calm: Mapping[str, object], changed: Protocol) -> bool:
    """Whether the row's person is told otherwise by a changed protocol."""
    return tell(changed, {**calm, **row.changes}) != row.told


def main() -> None:
    """Write both tables."""
    calm = calm_picture(PROTOCOL)
    witnesses = Witnesses(PROTOCOL, calm)
    rows = []
    for rule in PROTOCOL.rules:
        row = witnesses.who_notices(without_rule(PROTOCOL, rule.id), rule.id)
        if row is None:
            print(f"nobody notices when rule {rule.id} is gone")
        else:
            rows.append(row)
    write_table(RULES, RULES_HEADING, calm, rows)
    small: list[Row] = []
    for what, changed in slightly_changed(PROTOCOL).items():
        if any(notices(row, calm, changed) for row in small):
            continue
        row = witnesses.who_notices(changed, what)
        if row is None:
            print(f"nobody notices {what}")
        else:
            small.append(row)
    write_table(SMALL_CHANGES, SMALL_HEADING, calm, small)
    print(f"{len(rows)} rows for rules, {len(small)} for small changes")


if __name__ == "__main__":
    main()
