"""The linter reports every problem at once, each with its line, what is wrong and what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from triage_py.lint import Report, lint
from triage_py.lint.linting import READS_CONDITIONS, READS_WORDS
from triage_py.lint.solving import MADE_BY_SOLVER

ROOT = Path(__file__).parents[3]
TRIAGE = ROOT / "tests" / "unit" / "triage"
LAMP = (TRIAGE / "lamp.toml").read_text(encoding="utf-8")
BROKEN = sorted((TRIAGE / "broken_protocols").glob("*.toml"))
SHIPPED = sorted(
    path
    for place in ("", "examples/*/")
    for path in ROOT.glob(f"{place}content/self-check/protocol.toml")
)
TODAY = date(2026, 6, 1)

UNSURE_LIGHT = """
[questions.light.unsure]
text = "Not sure"
"""
CRACK = """
[questions.crack]
kind = "choose-any"
text = "Is it cracked?"

[questions.crack.options]
glass = "The glass"
frame = "The frame"
"""
GATED_CRACK = CRACK.replace('"Is it cracked?"', '"Is it cracked?"\nask_when = "light is dim"')
SECOND_GATE = """
[questions.deep]
kind = "choose-one"
text = "How deep is it?"
ask_when = "crack includes glass"

[questions.deep.options]
near = "Not deep"
far = "Deep"
"""
RULE = """
[rules.new]
when = {when}
disposition = "{disposition}"
because = "It is so."
sources = ["manual"]
"""
HARD = (
    "Photosensitive individuals occasionally experience considerable uncomfortable sensations "
    "notwithstanding this illumination"
)
LONG = "The lamp is on " + "and it is on " * 6

DAMAGES: dict[str, tuple[str, dict[str, str], str, str, str]] = {
    "an option that no rule reads": (
        "unused",
        {'smoke = "Smoke"': 'smoke = "Smoke"', "[questions.hum]": f"{CRACK}\n[questions.hum]"},
        "46: questions.crack.options.frame",
        "no rule reads this option",
        'when = "crack includes frame"',
    ),
    "a sign that no rule uses": (
        "unused",
        {"[signs.loud]": '[signs.dark]\ntext = "Dark."\nwhen = "light is dim"\n\n[signs.loud]'},
        "43: signs.dark",
        "no rule uses this sign.",
        'write "dark holds"',
    ),
    "a pattern that no rule names": (
        "unused",
        {"[patterns.odd]": '[patterns.old]\ntitle = "Old"\ntext = "Old."\n\n[patterns.odd]'},
        "20: patterns.old",
        "no rule leads to this pattern.",
        'pattern = "old"',
    ),
    "a gate behind a gate that names only the inner one": (
        "asked-astray",
        {
            "[questions.hum]": f"{GATED_CRACK}\n{SECOND_GATE}\n[questions.hum]",
            "[rules.works]": RULE.format(
                when='{ all = ["light is dim", "crack includes glass or frame", "deep is far"] }',
                disposition="soon",
            )
            + "\n[rules.works]",
        },
        "53: questions.deep.ask_when",
        '"crack" is not asked of everybody.',
        'with the ask_when of "crack" and this.',
    ),
    "an emergency behind other questions, joined": (
        "emergency-hidden",
        {
            'when = "loud holds"\ndisposition = "soon"': 'when = "loud holds"\ndisposition = "emergency"'
        },
        "54: rules.loud.when",
        'an emergency that one answer shows ("7" at hum) is asked for after the first screen.',
        "Make it an option of the first screen (danger)",
    ),
    "an emergency behind a condition": (
        "emergency-hidden",
        {
            "[questions.hum]": f"{GATED_CRACK}\n[questions.hum]",
            "[rules.loud]": RULE.format(
                when='{ any = ["crack includes glass", "crack includes frame"] }',
                disposition="emergency",
            )
            + "\n[rules.loud]",
        },
        "65: rules.new.when",
        '("The glass" at crack) is asked for after the first screen and only under a condition.',
        "with its own rule",
    ),
    "an emergency after questions that can wait": (
        "emergency-hidden",
        {
            "[rules.loud]": RULE.format(
                when='{ all = ["danger is none", "hum at least 9"] }', disposition="emergency"
            )
            + "\n[rules.loud]"
        },
        "31: questions.light",
        'screen "light" leads to nothing for today, and stands before screen "hum"',
        'Ask screen "hum" first.',
    ),
    "two options with the same words": (
        "same-words",
        {'dim = "Dim"': 'dim = "Dim"\ndark = " dim. "'},
        "38: questions.light.options.dark",
        'stands at the option "dim" too.',
        "Say how the two differ",
    ),
    "an option with the words of none": (
        "same-words",
        {'smoke = "Smoke"': 'smoke = "None of these"'},
        "24: questions.danger",
        '"None of these" stands at the option "smoke" too.',
        "Say how the two differ",
    ),
    "two questions of one screen with the same words": (
        "same-words",
        {
            "[patterns.odd]": '[screens.all]\ntext = "How is it?"\n\n[patterns.odd]',
            'text = "How is the light?"': 'text = "How is it?"\nscreen = "all"',
            'text = "How loud does it hum?"': 'text = "How is it?"\nscreen = "all"',
        },
        "45: questions.hum.text",
        'stands at the question of this screen "light" too.',
        "or join them",
    ),
    "two rules that say the same": (
        "same-rule",
        {"[rules.works]": RULE.format(when='"loud holds"', disposition="soon") + "\n[rules.works]"},
        "60: rules.new",
        'it says the same as rule "loud".',
        "keep the sources of both",
    ),
    "a sentence that is too long": (
        "readability",
        {'because = "It hums."': f'because = "{LONG}."'},
        "56: rules.loud.because",
        "a sentence of 28 words is hard to read.",
        "at most 25 words",
    ),
    "words that are too long": (
        "readability",
        {'lead = "Danger."': f'lead = "{HARD}."'},
        "10: dispositions.emergency.lead",
        "this text is hard to read (grade",
        "Its long words: Photosensitive, considerable",
    ),
    "a review that is late": (
        "review-date",
        {"2027-01-31": "2026-05-31"},
        "7: protocol.review_due",
        "the review was due on 2026-05-31.",
        "then set reviewed and review_due",
    ),
    "answers that leave a rule open for ever": (
        "gap",
        {
            "[questions.hum]": f"{GATED_CRACK}\n[questions.hum]",
            "[rules.loud]": RULE.format(when='"crack includes glass or frame"', disposition="soon")
            + "\n[rules.loud]",
        },
        "65: rules.new.when",
        "Everything was answered, and yet rule new is neither true nor false",
        "Name the question's ask_when in the rule too",
    ),
    "not sure that is safer than no": (
        "unsure-safer-than-no",
        {
            'dim = "Dim"': f'dim = {{ text = "Dim", worry = 1 }}\n{UNSURE_LIGHT}',
            'when = "light is bright"': 'when = { any = ["light is dim", "light is unsure"] }',
        },
        "39: questions.light.unsure",
        '"Not sure" about "How is the light?" gives lower advice than no.',
        "Give [questions.….unsure] a disposition",
    ),
    "an emergency sign that nobody may be unsure of": (
        "unsure-safer-than-no",
        {'smoke = "Smoke"': 'smoke = "Smoke"\n\n[questions.danger.unsure]\ntext = "Not sure"'},
        "31: questions.danger.unsure",
        "Not sure about an emergency sign, and yet no help today.",
        "Give [questions.….unsure] a disposition",
    ),
    "a rule against itself": (
        "unreachable",
        {'when = "light is bright"': 'when = { all = ["light is bright", "light is dim"] }'},
        "60: rules.works.when",
        "No answers make rule works hold.",
        "Mend its condition, or remove the rule.",
    ),
    "a question that nobody is asked": (
        "unreachable",
        {
            "[questions.hum]": GATED_CRACK.replace(
                '"light is dim"', '{ all = ["light is dim", "light is bright"] }'
            )
            + "\n[questions.hum]",
            "[rules.loud]": RULE.format(
                when='{ all = ["light is dim", "light is bright", "crack includes glass or frame"] }',
                disposition="soon",
            )
            + "\n[rules.loud]",
        },
        "40: questions.crack",
        'Nobody is asked "Is it cracked?".',
        "Mend its ask_when, or remove the question.",
    ),
    "an option that changes nothing": (
        "unreachable",
        {
            "[questions.hum]": f"{CRACK}\n[questions.hum]",
            "[rules.loud]": RULE.format(
                when='{ all = ["crack includes glass", "crack includes frame", "danger is none", "danger includes smoke"] }',
                disposition="soon",
            )
            + "\n[rules.loud]",
        },
        "45: questions.crack.options.glass",
        '"The glass" changes the advice for nobody.',
        "worry = 0",
    ),
}
"""For each damage of the lamp: check, what is put in place of what, line and key, mistake, remedy."""


def damaged(changes: dict[str, str]) -> str:
    """The lamp with some of its words replaced; each has to stand there."""
    text = LAMP
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def told(text: str, file: str = "lamp.toml") -> Report:
    """What the linter says on the day of these tests."""
    return lint(text, file, TODAY)


def test_the_lamp_is_clean() -> None:
    """So that each damage is what is found."""
    report = told(LAMP)

    assert (report.findings, report.not_checked) == ((), {})
    assert report.lines() == ["lamp.toml: no problems."]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_protocols_of_this_project_are_clean(path: Path) -> None:
    """On the day of their review."""
    text = path.read_text(encoding="utf-8")
    reviewed = date.fromisoformat(text.split("reviewed = ")[1][:10])

    report = lint(text, path.name, reviewed)
    assert report.findings == (), report.lines()
    assert report.not_checked == {}


@pytest.mark.parametrize(
    ("check", "changes", "place", "what", "remedy"), DAMAGES.values(), ids=DAMAGES
)
def test_a_damage_is_told_with_check_place_mistake_and_remedy(
    check: str, changes: dict[str, str], place: str, what: str, remedy: str
) -> None:
    lines = [
        line for line in told(damaged(changes)).lines() if line.startswith(f"lamp.toml:{place}: ")
    ]

    (line,) = [line for line in lines if line.endswith(f"[{check}]")]
    assert what in line
    assert remedy in line


def test_every_check_has_a_damage_that_it_finds() -> None:
    """A check that never fails is none."""
    checks = {*READS_WORDS, *READS_CONDITIONS, *MADE_BY_SOLVER, "review-date"}

    assert {check for check, *_ in DAMAGES.values()} == checks


def test_problems_of_all_kinds_are_told_at_once_in_the_order_of_the_file() -> None:
    """Hard words, a late review, an idle option and a rule against itself, in one run."""
    text = damaged(
        {
            "2027-01-31": "2026-05-31",
            'because = "It hums."': f'because = "{LONG}."',
            "[patterns.odd]": '[patterns.old]\ntitle = "Old"\ntext = "Old."\n\n[patterns.odd]',
            'when = "light is bright"': 'when = { all = ["light is bright", "light is dim"] }',
        }
    )
    report = told(text)
    lines = [finding.problem.line or 0 for finding in report.findings]

    assert {"review-date", "readability", "unused", "unreachable"} <= {
        finding.check for finding in report.findings
    }
    assert lines == sorted(lines)
    assert report.lines()[-1] == f"lamp.toml: {len(lines)} problems."


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_what_a_build_refuses_is_told_too(path: Path) -> None:
    """Whatever is wrong with a protocol, the linter says so and gets to its end."""
    report = told(path.read_text(encoding="utf-8"), path.name)

    assert {"protocol", "toml"} & {finding.check for finding in report.findings}
    assert all(finding.problem.remedy for finding in report.findings)


def test_words_and_dates_are_judged_where_a_condition_cannot_be_read() -> None:
    """The rest waits, and the report says so."""
    text = damaged({"loud holds": "lout holds", 'lead = "Danger."': f'lead = "{HARD}."'})
    report = told(text)

    assert {finding.check for finding in report.findings} == {"protocol", "readability"}
    assert report.not_checked.keys() == {*READS_CONDITIONS, *MADE_BY_SOLVER}
    assert (
        "Not checked: same-rule, unused, emergency-hidden, asked-astray, gap" in report.lines()[-1]
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[rules.works]", "[rules.loud]", 59),
        ('dim = "Dim"', 'dim = "Dim"\ndim = "Dark"', 38),
        ('smoke = "Smoke"', 'smoke = { text = "Smoke", text = "Smoke" }', 29),
    ],
    ids=["a rule", "an option", "a key"],
)
def test_an_id_that_stands_there_twice_is_told_with_its_line(old: str, new: str, line: int) -> None:
    (finding,) = told(damaged({old: new})).findings

    assert (finding.check, finding.problem.line) == ("toml", line)
    assert "rename one of the two" in finding.problem.remedy


def test_the_same_place_is_told_by_one_check() -> None:
    """The search finds an idle option too, but the reader needs it once."""
    report = told(damaged(DAMAGES["an option that no rule reads"][1]))
    places = [finding.problem.where for finding in report.findings]

    assert places.count("questions.crack.options.frame") == 1


def test_other_languages_are_judged_by_the_length_of_sentences() -> None:
    """The grade is one of English."""
    text = damaged({'language = "en"': 'language = "de"', 'lead = "Danger."': f'lead = "{HARD}."'})

    assert told(text).findings == ()
    assert told(text.replace('"It hums."', f'"{LONG}."')).findings != ()
