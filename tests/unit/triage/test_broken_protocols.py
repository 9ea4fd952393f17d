"""One tiny broken protocol for each mistake: `broken_protocols/<mistake>.toml`.

Each is `lamp.toml` with one thing wrong. The message has to say where, what and what to do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from triage_py import ProtocolError, load_protocol, read_protocol

FOLDER = Path(__file__).with_name("broken_protocols")
LAMP = Path(__file__).with_name("lamp.toml")

MISTAKES: dict[str, list[str]] = {
    "at-least-too-many": [
        "60: rules.works.when.at_least",
        "found the number 3.",
        "Write a whole number from 1 to 2, the length of the list.",
    ],
    "check-again-at-once": [
        "13: dispositions.self_care.check_again_days",
        "found the number 0.",
        "Write check_again_days = a whole number, 1 or more.",
    ],
    "choice-compared-with-number": [
        "60: rules.works.when",
        'question "light" is choose-one, so it cannot be compared with a number.',
        'Write "light is …" or "light includes …".',
    ],
    "condition-is-list": [
        "60: rules.works.when",
        "expected a condition, found a list.",
        "Say how the list is joined: { any = […] } or { all = […] }.",
    ],
    "condition-is-number": [
        "60: rules.works.when",
        "expected a condition, found the number 7.",
        "Write a sentence, or { any = […] }, { all = […] }, { none = […] }.",
    ],
    "date-is-text": [
        "6: protocol.reviewed",
        'expected a date, found the text "last winter".',
        "Write reviewed = 2026-01-31.",
    ],
    "direction-of-options": [
        "34: questions.light.worse",
        "only numbers have it.",
        "Give options a worry instead.",
    ],
    "disposition-without-words": [
        "9: dispositions",
        '"urgent" has no words.',
        'Add [dispositions.urgent] with label = "…" and do = ["…"].',
    ],
    "emergency-asked-late": [
        "60: rules.dark.when",
        "an emergency that one answer shows is asked for after the first screen.",
        "Move the option to a question of the first screen (danger).",
    ],
    "empty-join": ["60: rules.works.when.all", "expected a list of conditions.", "List them."],
    "first-screen-holds-no-emergency": [
        "30: questions.danger.options.spark",
        "the first screen holds only emergency signs, each with its own rule.",
        'Add a rule with when = "danger includes spark" and disposition = "emergency", or move the option to a later question.',
    ],
    "first-screen-not-always-shown": [
        "38: questions.gas.ask_when",
        "the first screen is always shown.",
        "Remove ask_when, or move the question.",
    ],
    "fixed-is-text": [
        "33: questions.light.fixed",
        'expected true or false, found the text "yes".',
        "Write fixed = true.",
    ],
    "gate-reads-later-question": [
        "34: questions.light.ask_when",
        'there is no question "hum".',
        'Known: "danger". Questions are defined under [questions].',
    ],
    "is-instead-of-includes": [
        "48: rules.smoke.when",
        'question "danger" is choose-any.',
        'Write "danger includes smoke".',
    ],
    "limit-out-of-range": [
        "45: signs.loud.when",
        'question "hum" runs from 0 to 10.',
        "Compare with a number in that range.",
    ],
    "maximum-below-minimum": [
        "39: questions.hum.maximum",
        "it is not above the minimum.",
        "Raise it.",
    ],
    "maximum-missing": [
        "39: questions.hum.maximum",
        "this number is missing.",
        "Write maximum = a whole number, 0 or more.",
    ],
    "misspelt-key": [
        "34: questions.light.hintt",
        "this key is not known here.",
        'Did you mean "hint"?',
    ],
    "negative-worry": [
        "37: questions.light.options.dim.worry",
        "found the number -1.",
        "Write worry = a whole number, 0 or more.",
    ],
    "nested-too-deep": [
        "60: rules.works.when.all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0].all[0]",
        "this is nested over 12 deep.",
        "Name a part of it in [signs].",
    ],
    "no-options": [
        "31: questions.light.options",
        "this question has no options.",
        "Add [questions.light.options].",
    ],
    "no-questions": ["questions", "there is none.", "Add at least one [questions.some-id]."],
    "none-joined": [
        "48: rules.smoke.when",
        '"none" cannot be joined to other options, or cannot be said here.',
        'Write "danger is none" as a condition of its own, where it is an answer.',
    ],
    "not-toml": [
        "this is not valid TOML: Invalid value (at line 2, column 6).",
        "Mend the line it names; strings need quotes, lists commas.",
    ],
    "nothing-to-do": [
        "13: dispositions.self_care.do",
        "this list is missing or empty.",
        'Add do = ["…"].',
    ],
    "number-with-option": [
        "45: signs.loud.when",
        'question "hum" asks for a number, so it has no options.',
        'Write "hum at least 7" (or at most, more than, less than).',
    ],
    "number-with-options": [
        "43: questions.hum.options",
        "a number has no options.",
        "Remove them or change the kind.",
    ],
    "option-named-none": [
        "30: questions.danger.options.none",
        '"none" is an answer of its own.',
        "Remove it: the key none of the question gives it its words.",
    ],
    "question-nobody-reads": [
        "39: questions.hum",
        "no rule reads this question.",
        "Remove it, or write the rule that needs it.",
    ],
    "questions-as-list": [
        "questions",
        "expected tables, found a list.",
        "Write [questions.some-id].",
    ],
    "review-due-before-review": [
        "7: protocol.review_due",
        "it is not after the review of 2026-01-31.",
        "Write the day by which the protocol has to be reviewed again.",
    ],
    "rule-named-like-generated": [
        "58: rules.not-sure-danger",
        "[questions.danger.unsure] makes a rule of this name.",
        "Keep one of the two, or give this one another id.",
    ],
    "rule-says-nothing": [
        "53: rules.loud",
        "this rule says nothing.",
        "Add a disposition, a pattern, or both.",
    ],
    "rule-with-empty-sources": [
        "57: rules.loud.sources",
        "this list is missing or empty.",
        'Add sources = ["…"].',
    ],
    "rule-below-the-default": [
        "55: rules.loud.disposition",
        "it is less urgent than what is left over (urgent), so an answer could lower the advice.",
        'Make the rule more urgent, or write disposition = "soon" under [default].',
    ],
    "rule-without-because": [
        "53: rules.loud.because",
        "this text is missing.",
        'Add because = "…".',
    ],
    "rule-without-condition": [
        "59: rules.works.when",
        "this rule has no condition.",
        'Add when = "question is option".',
    ],
    "rule-without-source": [
        "53: rules.loud.sources",
        "this list is missing or empty.",
        'Add sources = ["…"].',
    ],
    "screen-torn-apart": [
        "45: questions.hum.screen",
        'other questions stand between this one and screen "all".',
        "Put questions of one screen next to each other.",
    ],
    "screen-without-heading": [
        "33: questions.light.screen",
        'several questions stand on screen "lamp", which has no heading.',
        'Add [screens.lamp] text = "…".',
    ],
    "screen-without-question": [
        "24: screens.attic",
        "no question stands on this screen.",
        'Give one screen = "attic".',
    ],
    "self-care-by-default": [
        "16: default.disposition",
        "self-care has to be earned: it cannot be what is left over.",
        'Write "soon".',
    ],
    "self-care-cannot-be-earned": [
        "rules",
        "no rule leads to self_care.",
        'Add a rule with disposition = "self_care" and what must hold for it.',
    ],
    "sign-further-down": [
        "45: signs.very-loud.when.all[0]",
        'sign "loud" is defined further down.',
        "Move it above this one.",
    ],
    "text-is-number": [
        "33: questions.light.text",
        "expected a text, found the number 7.",
        'Write text = "…".',
    ],
    "text-missing": ["1: protocol.title", "this text is missing.", 'Add title = "…".'],
    "three-ends": [
        "42: questions.hum.ends",
        "a scale has two ends.",
        'Write ends = ["None", "The most"].',
    ],
    "unknown-direction": [
        "42: questions.hum.worse",
        '"louder" is no direction.',
        "Use higher, lower or neither.",
    ],
    "unknown-disposition": [
        "55: rules.loud.disposition",
        'there is no disposition "sooon".',
        "Use emergency, urgent, soon or self_care.",
    ],
    "unknown-join": [
        "60: rules.works.when",
        "a joined condition cannot have the keys both.",
        "Use one of any, all, none, or at_least with of.",
    ],
    "unknown-kind": [
        "32: questions.light.kind",
        'there is no kind "choose-none".',
        'Did you mean "choose-one"?',
    ],
    "unknown-option": [
        "60: rules.works.when",
        'question "light" has no option "brihgt".',
        'Did you mean "bright"?',
    ],
    "unknown-pattern": [
        "55: rules.loud.pattern",
        'there is no pattern "old".',
        'Did you mean "odd"? Patterns are defined under [patterns].',
    ],
    "unknown-question": [
        "60: rules.works.when",
        'there is no question "ligth".',
        'Did you mean "light"? Questions are defined under [questions].',
    ],
    "unknown-sign": [
        "54: rules.loud.when",
        'there is no sign "lout".',
        'Did you mean "loud"? Signs are defined under [signs].',
    ],
    "unknown-table": ["sings", "this key is not known here.", 'Did you mean "signs"?'],
    "unknown-up-to": [
        "23: patterns.odd.up_to",
        'there is no disposition "sometime".',
        "Use emergency, urgent, soon or self_care.",
    ],
    "unreadable-condition": [
        "60: rules.works.when",
        '"light looks bright" is not a condition.',
        'Write "question is option", "question includes option or option", "question at least 7" or "sign holds".',
    ],
    "unsure-is-text": [
        "27: questions.danger.unsure",
        'expected a table, found the text "I cannot tell".',
        "Write [questions.danger.unsure].",
    ],
    "unsure-that-cannot-be-said": [
        "60: rules.works.when",
        '"unsure" cannot be joined to other options, or cannot be said here.',
        'Write "light is unsure" as a condition of its own, where it is an answer.',
    ],
    "unsure-with-misspelt-disposition": [
        "32: questions.danger.unsure.dispositon",
        "this key is not known here.",
        'Did you mean "disposition"?',
    ],
    "unsure-without-because": [
        "31: questions.danger.unsure.because",
        "this text is missing.",
        'Add because = "…".',
    ],
    "unusable-option-id": [
        "37: questions.light.options.quite dim",
        "this is no usable id.",
        'Use lower-case words joined by hyphens, such as "first-question".',
    ],
    "unusable-question-id": [
        "31: questions.Light",
        "this is no usable id.",
        'Use lower-case words joined by hyphens, such as "first-question".',
    ],
    "words-for-unknown-disposition": [
        "15: dispositions.later",
        'there is no disposition "later".',
        "Use emergency, urgent, soon or self_care.",
    ],
}
"""What each message must hold: line and key, what is wrong, what to do."""

BRING_OTHERS = {"no-questions", "questions-as-list", "unsure-with-misspelt-disposition"}
"""Mistakes that leave something else missing, which is told too."""


def test_the_lamp_itself_is_sound() -> None:
    """So that each broken protocol is broken by its mistake."""
    assert load_protocol(LAMP).id == "lamp"


def test_every_broken_protocol_has_its_words() -> None:
    """No file without a row, no row without a file."""
    assert {path.stem for path in FOLDER.glob("*.toml")} == MISTAKES.keys()


@pytest.mark.parametrize(("mistake", "words"), MISTAKES.items(), ids=MISTAKES)
def test_a_broken_protocol_is_refused_with_place_mistake_and_remedy(
    mistake: str, words: list[str]
) -> None:
    """In one line, and without a false alarm beside it."""
    with pytest.raises(ProtocolError) as refused:
        load_protocol(FOLDER / f"{mistake}.toml")

    lines = refused.value.lines()
    assert f"{mistake}.toml:" in lines[0]
    for part in words:
        assert part in lines[0]
    assert len(lines) == 1 or mistake in BRING_OTHERS


def test_all_problems_are_told_at_once() -> None:
    """Four mistakes in one file: four lines, in the order of the file's parts."""
    text = LAMP.read_text(encoding="utf-8")
    for right, wrong in {
        "2026-01-31": '"soon"',
        "light is bright": "ligth is bright",
        "loud holds": "lout holds",
        'kind = "scale"': 'kind = "scala"',
    }.items():
        text = text.replace(right, wrong)
    with pytest.raises(ProtocolError) as refused:
        read_protocol(text, "lamp.toml")

    lines = refused.value.lines()
    keys = [problem.where for problem in refused.value.problems]
    assert {"questions.hum.kind", "rules.loud.when", "rules.works.when", "protocol.reviewed"} <= (
        set(keys)
    )
    assert lines[0].endswith(f"(1 of {len(lines)} problems)")
    assert all(line.startswith("lamp.toml:") for line in lines)
