"""From rules to marks, lines and checklists."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.paper_self_check import (
    Counted,
    Fits,
    Measured,
    Not,
    PaperError,
    Ticked,
    paper_self_check,
)
from macros.paper_self_check.wording import Wording
from macros.words import read_words
from tests.print.conftest import SMALL
from triage_py import Disposition, read_protocol

ROOT = Path(__file__).parents[3]
PAPER = paper_self_check(read_protocol(SMALL))
ITEMS = {item.question: item for item in PAPER.items}


def levels(question: str) -> list[Disposition | None]:
    return [box.level for box in ITEMS[question].boxes]


def test_an_option_that_decides_alone_carries_its_mark() -> None:
    emergency = Disposition.EMERGENCY
    assert levels("signs") == [emergency, emergency, None, Disposition.SOON]


def test_not_sure_carries_the_mark_of_everything_else_where_it_rules_out_self_care() -> None:
    boxes = {box.options: box.level for box in ITEMS["look"].boxes}
    assert boxes["unsure",] == Disposition.SOON
    assert boxes["white",] == Disposition.SOON
    assert boxes["red",] is None


def test_rules_over_several_answers_become_lines() -> None:
    look, size = ITEMS["look"], ITEMS["size"]
    codes = {box.options[0]: box.code for box in look.boxes}
    groups = {line.groups for line in PAPER.lines}
    both = Ticked((codes["blister"], codes["white"]))
    assert ((both,), (Measured(size.letter, "at least", 6.0),)) in groups
    assert ((Measured(size.letter, "at least", 5.0),), (Not(Fits(1)),)) in groups
    assert all(line.level == Disposition.URGENT for line in PAPER.lines)


def test_a_sign_that_earns_self_care_has_a_checklist() -> None:
    (check,) = PAPER.checklists
    assert check.text == "It is red or pink and small."
    assert len(check.rows) == 3
    assert PAPER.earned == (Fits(1),)


def test_numbers_that_decide_alone_are_marked_at_the_number() -> None:
    text = SMALL + (
        '\n[rules.huge]\nwhen = "size at least 9"\ndisposition = "urgent"\n'
        'because = "Huge."\nsources = ["a"]\n'
    )
    item = list(paper_self_check(read_protocol(text)).items)[-1]
    (mark,) = item.marks
    assert (mark.bound, mark.limit, mark.level) == ("at least", 9.0, Disposition.URGENT)
    assert item.has_marks


def test_options_that_change_nothing_share_a_box() -> None:
    text = SMALL.replace('white = "White"', 'white = "White"\ngreen = "Green"\nblue = "Blue"')
    paper = paper_self_check(read_protocol(text))
    look = next(item for item in paper.items if item.question == "look")
    shared = next(box for box in look.boxes if len(box.options) > 1)
    assert shared.options == ("green", "blue")
    assert shared.text == ""


def test_more_questions_than_letters_are_refused() -> None:
    more = "".join(
        f'[questions.q{n}]\nkind = "choose-one"\ntext = "Q?"\n[questions.q{n}.options]\n'
        f'a = "A"\nb = "B"\n[rules.r{n}]\nwhen = "q{n} is a"\ndisposition = "soon"\n'
        f'because = "B."\nsources = ["a"]\n'
        for n in range(30)
    )
    with pytest.raises(PaperError, match="Merge questions"):
        paper_self_check(read_protocol(SMALL + more))


def test_words() -> None:
    words = Wording(PAPER, read_words("en")["paper_self_check"])
    assert words.codes(("B1", "B2")) == "B1 or B2"
    assert words.codes(("B1", "B2", "B3", "B7")) == "B1 to B3 or B7"
    assert words.codes(("C2",)) == "C2"
    letter = ITEMS["size"].letter
    assert words.condition(Measured(letter, "at most", 3.0)) == f"{letter} is 3 or less"
    assert words.condition(Not(Fits(1))) == "check 1 does not fit"
    assert words.group((Ticked(("B1",)), Ticked(("C2",)), Fits(1))) == "B1, C2 or check 1 fits"
    both = Counted(2, (Fits(1), Ticked(("B1",))))
    assert words.any_of((both,)) == "Check 1 fits and B1."
    assert words.any_of((Fits(1), both)) == "Check 1 fits or (check 1 fits and B1)."


def test_the_sheet_does_not_depend_on_the_run() -> None:
    program = (
        "from pathlib import Path\nfrom triage_py import load_protocol\n"
        "from macros.paper_self_check import paper_self_check\n"
        "print(paper_self_check(load_protocol(Path('content/self-check/protocol.toml'))))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        (
            'all = ["look is blister", "size at least 4"]',
            0,
        ),  # a plain one is red or pink, and small
        ('all = ["look is blister", "size at most 2"]', 0),  # the look alone rules it out
        ('all = ["look is red", "size more than 3"]', 0),  # so does the size
        ('all = ["look is red", "size at most 2"]', 1),
        ('all = ["look is red", "size at least 3"]', 1),
    ],
)
def test_a_line_that_leads_nobody_to_other_advice_is_left_out(condition: str, lines: int) -> None:
    """It says what is left over anyway, to people who have not earned self-care."""
    rule = f'\n[rules.more]\nwhen = {{ {condition} }}\ndisposition = "soon"\nbecause = "M."\nsources = ["a"]\n'
    paper = paper_self_check(read_protocol(SMALL + rule))
    assert sum(line.level == paper.otherwise for line in paper.lines) == lines
