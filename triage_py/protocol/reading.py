"""Read a protocol from TOML (or from its compiled JSON) and check it as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from triage_py.conditions import NONE, UNSURE, AtLeast, Condition, Unsure
from triage_py.dispositions import Disposition
from triage_py.errors import Problem, ProtocolError, did_you_mean
from triage_py.protocol.checks import check_whole
from triage_py.protocol.condition_reading import ConditionReader
from triage_py.protocol.questionnaire import (
    KINDS,
    WORSE,
    Kind,
    Option,
    Question,
    Screen,
    Worse,
)
from triage_py.protocol.rules import DispositionWords, Pattern, Protocol, Rule, Sign
from triage_py.protocol.tables import Findings, Table

if TYPE_CHECKING:
    from pathlib import Path

TOP = ("protocol", "screens", "questions", "signs", "rules", "patterns", "dispositions", "default")


def load_protocol(path: Path) -> Protocol:
    """Read and check the protocol in a TOML file.

    Raises:
        ProtocolError: The file cannot be read, is not TOML, or holds mistakes (all are named).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors begin files with a mark
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        problem = Problem("", f"cannot read the protocol: {reason}.", "Check the path and file.")
        raise ProtocolError([problem], str(path)) from error
    return read_protocol(text, str(path))


def read_protocol(text: str, file: str = "protocol.toml") -> Protocol:
    """Read and check a protocol written in TOML.

    Args:
        text: The TOML text.
        file: The name to use in messages.

    Raises:
        ProtocolError: It is not TOML, or it holds mistakes (all are named).
    """
    return build_protocol(parse_protocol(text, file), file, text)


def parse_protocol(text: str, file: str = "protocol.toml") -> dict[str, Any]:
    """Parse the TOML only, without checking what it means.

    Raises:
        ProtocolError: It is not TOML.
    """
    import tomllib  # only here: the browser gets the protocol already parsed

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits
        said = str(error) or "it is nested too deep"
        line = re.search(r"\(at line (\d+)", said)
        remedy = "Mend the line it names; strings need quotes, lists commas."
        if re.search("twice|[Oo]verwrite|[Dd]uplicate", said):
            remedy = "An id or key stands there twice: rename one of the two, or remove it."
        what = f"this is not valid TOML: {said}."
        problem = Problem("", what, remedy, int(line[1]) if line else None)
        raise ProtocolError([problem], file) from error


def build_protocol(raw: Mapping[str, Any], file: str, text: str = "") -> Protocol:
    """Check a parsed protocol and make it usable.

    Args:
        raw: What `parse_protocol` gave, or the same as JSON with ISO dates.
        file: The name to use in messages.
        text: The TOML text, where at hand, so that messages can name lines.

    Raises:
        ProtocolError: It holds mistakes (all are named).
    """
    read = examine_protocol(raw, file, text)
    if read.problems:
        raise ProtocolError(read.problems, file)
    return read.protocol


@dataclass(frozen=True, slots=True)
class Examined:
    """A protocol as far as it could be read, with every problem that was found."""

    protocol: Protocol
    """Sound only where there are no problems."""
    problems: tuple[Problem, ...]
    is_understood: bool
    """Whether every part was read: what is wrong then is wrong with the protocol as a whole."""


def examine_protocol(raw: Mapping[str, Any], file: str, text: str = "") -> Examined:
    """Read a parsed protocol and find all its problems, without refusing it.

    Args:
        raw: What `parse_protocol` gave, or the same as JSON with ISO dates.
        file: The name to use in messages.
        text: The TOML text, where at hand, so that problems can name lines.
    """
    findings = Findings(text)
    top = Table(raw, "", findings)
    top.only(*TOP)
    protocol = _read_all(top, file, findings)
    is_understood = not findings.problems
    if is_understood:
        check_whole(protocol, findings)
    return Examined(protocol, tuple(findings.problems), is_understood)


def _read_all(top: Table, file: str, findings: Findings) -> Protocol:
    head = Table(top.raw.get("protocol", {}), "protocol", findings)
    head.only(
        "id", "title", "version", "language", "reviewed", "review_due", "reviewer",
        "intro", "not_for", "none_text", "unsure_text",
    )  # fmt: skip
    questions: dict[str, Question] = {}
    unsure_tables: dict[str, Table] = {}
    for id, table in top.tables("questions", required=True).items():
        reader = ConditionReader(questions, {}, findings)
        unsure = (
            Table(table.raw["unsure"], f"{table.path}.unsure", findings)
            if ("unsure" in table.raw)
            else None
        )
        questions[id] = _question(id, table, unsure, head, reader)
        if unsure:
            unsure_tables[id] = unsure
    patterns = tuple(_pattern(id, table) for id, table in top.tables("patterns").items())
    signs: dict[str, Sign] = {}
    sign_tables = top.tables("signs")
    reader = ConditionReader(questions, signs, findings, frozenset(sign_tables))
    for id, table in sign_tables.items():
        table.only("text", "when")
        signs[id] = Sign(
            id, reader.read(table.raw.get("when"), f"{table.path}.when"), table.text("text")
        )
    pattern_ids = [pattern.id for pattern in patterns]
    rules = [
        _rule(id, table, reader, pattern_ids)
        for id, table in top.tables("rules", required=True).items()
    ]
    unsure_rules = [
        _unsure_rule(questions[id], table)
        for id, table in unsure_tables.items()
        if table.raw.keys() - {"text"}  # a misspelt disposition must not be lost in silence
    ]
    _names_apart(rules, unsure_rules, findings)
    rules += unsure_rules
    default = Table(top.raw.get("default", {}), "default", findings)
    default.only("disposition", "pattern", "because")
    default_disposition = _disposition(default)
    return Protocol(
        file=file,
        id=head.text("id"),
        title=head.text("title"),
        version=head.text("version"),
        language=head.text("language"),
        reviewed=head.day("reviewed"),
        review_due=head.day("review_due"),
        reviewer=head.text("reviewer", default=""),
        intro=head.text("intro", default=""),
        not_for=head.text("not_for", default=""),
        screens=_screens(top, questions),
        rules=tuple(rules),
        signs=tuple(signs.values()),
        patterns=patterns,
        words=_words(top),
        # Not `or`: self-care is falsy, and has to reach the check that refuses it.
        default_disposition=Disposition.SOON
        if default_disposition is None
        else default_disposition,
        default_pattern=_known(default, "pattern", pattern_ids),
        default_because=default.text("because"),
        questions=questions,
    )


def _question(
    id: str, table: Table, unsure: Table | None, head: Table, reader: ConditionReader
) -> Question:
    table.only(
        "kind", "text", "screen", "hint", "why", "options", "none", "unsure",
        "minimum", "maximum", "unit", "ends", "worse", "ask_when", "fixed",
    )  # fmt: skip
    kind = cast("Kind", table.text("kind"))
    if kind not in KINDS and "kind" in table.raw:
        table.problem("kind", f'there is no kind "{kind}".', did_you_mean(kind, KINDS))
    numeric = kind in ("number", "scale", "time-since")
    options = () if numeric else tuple(_options(table))
    if numeric and "options" in table.raw:
        table.problem("options", "a number has no options.", "Remove them or change the kind.")
    least = table.whole("minimum", default=0) if numeric else 0
    most = table.whole("maximum", default=10 if kind == "scale" else None) if numeric else 0
    if numeric and least >= most and (kind == "scale" or "maximum" in table.raw):
        table.problem("maximum", "it is not above the minimum.", "Raise it.")
    ends = table.texts("ends")
    if ends and len(ends) != 2:
        table.problem("ends", "a scale has two ends.", 'Write ends = ["None", "The most"].')
    worse = cast("Worse", table.text("worse", default="higher"))
    if worse not in WORSE:
        table.problem("worse", f'"{worse}" is no direction.', "Use higher, lower or neither.")
    elif "worse" in table.raw and not numeric:
        table.problem("worse", "only numbers have it.", "Give options a worry instead.")
    none_text = ""
    if kind == "choose-any":
        none_text = table.text("none", default=str(head.raw.get("none_text", "None of these")))
    return Question(
        id=id,
        kind=kind,
        text=table.text("text"),
        screen=table.text("screen", default=id),
        hint=table.text("hint", default=""),
        why=table.text("why", default=""),
        options=options,
        none_text=none_text,
        unsure_text=unsure.text("text", default=str(head.raw.get("unsure_text", "I'm not sure")))
        if unsure
        else "",
        minimum=least,
        maximum=most,
        unit=table.text("unit", default=""),
        worse=worse,
        is_fixed=table.yes("fixed"),
        ends=(ends[0], ends[1]) if len(ends) == 2 else ("", ""),
        ask_when=reader.read(table.raw["ask_when"], f"{table.path}.ask_when")
        if "ask_when" in table.raw
        else None,
    )


def _options(table: Table) -> list[Option]:
    options = []
    raw = table.raw.get("options")
    if not isinstance(raw, Mapping) or not raw:
        table.problem("options", "this question has no options.", f"Add [{table.path}.options].")
        return []
    worry = 1 if table.raw.get("kind") == "choose-any" else 0
    for id, value in raw.items():
        path = f"{table.path}.options.{id}"
        item = Table({"text": value} if isinstance(value, str) else value, path, table.findings)
        item.only("text", "hint", "group", "worry", "worse_than")
        if id in (NONE, UNSURE):
            remedy = f"Remove it: the key {id} of the question gives it its words."
            item.problem("", f'"{id}" is an answer of its own.', remedy)
        table.check_id(f"options.{id}", id)
        options.append(
            Option(
                str(id),
                item.text("text"),
                item.text("hint", default=""),
                item.text("group", default=""),
                item.whole("worry", default=worry),
                _less_worrying(item, list(raw)),
            )
        )
    return options


def _less_worrying(option: Table, declared: list[str]) -> tuple[str, ...]:
    """The options that this one is worse than: only ones above it, so that no circle can be."""
    own = option.path.rpartition(".")[2]
    above = declared[: declared.index(own)] if own in declared else []
    for id in option.texts("worse_than"):
        if id not in above:
            what = f'"{id}" is no option above this one.'
            option.problem("worse_than", what, did_you_mean(id, above))
    return option.texts("worse_than")


def _rule(id: str, table: Table, reader: ConditionReader, patterns: list[str]) -> Rule:
    table.only("when", "disposition", "pattern", "because", "sources")
    if "when" not in table.raw:
        table.problem("when", "this rule has no condition.", 'Add when = "question is option".')
    if "disposition" not in table.raw and "pattern" not in table.raw:
        table.problem("", "this rule says nothing.", "Add a disposition, a pattern, or both.")
    when = (
        reader.read(table.raw["when"], f"{table.path}.when") if "when" in table.raw else Unsure("")
    )
    return Rule(
        id,
        when,
        table.text("because"),
        table.texts("sources", required=True),
        _disposition(table) if "disposition" in table.raw else None,
        _known(table, "pattern", patterns) if "pattern" in table.raw else None,
    )


def _unsure_rule(question: Question, table: Table) -> Rule:
    table.only("text", "disposition", "because", "sources")
    said: Condition = Unsure(question.id)
    return Rule(
        f"not-sure-{question.id}",
        said if question.ask_when is None else AtLeast(2, (question.ask_when, said)),
        table.text("because"),
        table.texts("sources", required=True),
        _disposition(table),
        for_unsure=question.id,
    )


def _names_apart(written: list[Rule], made: list[Rule], findings: Findings) -> None:
    """One of two rules with one id would be lost wherever rules are looked up."""
    ids = {rule.id for rule in written}
    for rule in made:
        if rule.id in ids:
            what = f"[questions.{rule.for_unsure}.unsure] makes a rule of this name."
            remedy = "Keep one of the two, or give this one another id."
            findings.add(f"rules.{rule.id}", what, remedy)


def _pattern(id: str, table: Table) -> Pattern:
    table.only("title", "text", "up_to")
    up_to = _disposition(table, "up_to") if "up_to" in table.raw else None
    if up_to is None:  # not `or`: self-care is falsy
        up_to = Disposition.EMERGENCY
    return Pattern(id, table.text("title"), table.text("text"), up_to)


def _screens(top: Table, questions: dict[str, Question]) -> tuple[Screen, ...]:
    titles = {}
    for id, table in top.tables("screens").items():
        table.only("text")
        titles[id] = table.text("text")
        if id not in {question.screen for question in questions.values()}:
            table.problem("", "no question stands on this screen.", f'Give one screen = "{id}".')
    grouped: dict[str, list[Question]] = {}
    last = ""
    for question in questions.values():
        if question.screen in grouped and question.screen != last:
            path = f"questions.{question.id}.screen"
            what = f'other questions stand between this one and screen "{question.screen}".'
            top.problem(path, what, "Put questions of one screen next to each other.")
        last = question.screen
        grouped.setdefault(question.screen, []).append(question)
    for id, group in grouped.items():
        if len(group) > 1 and id not in titles:
            what = f'several questions stand on screen "{id}", which has no heading.'
            top.problem(f"questions.{group[0].id}.screen", what, f'Add [screens.{id}] text = "…".')
    return tuple(
        Screen(id, titles.get(id, group[0].text), tuple(group)) for id, group in grouped.items()
    )


def _words(top: Table) -> dict[Disposition, DispositionWords]:
    tables = top.tables("dispositions")
    words = {}
    for disposition in Disposition:
        if disposition.id not in tables:
            remedy = f'Add [dispositions.{disposition.id}] with label = "…" and do = ["…"].'
            top.problem("dispositions", f'"{disposition.id}" has no words.', remedy)
            continue
        table = tables.pop(disposition.id)
        table.only("label", "lead", "do", "expect", "safety_net", "check_again_days")
        words[disposition] = DispositionWords(
            table.text("label"),
            table.text("lead"),
            table.texts("do", required=True),
            table.texts("expect"),
            table.texts("safety_net"),
            table.whole("check_again_days", least=1) if "check_again_days" in table.raw else None,
        )
    for id, table in tables.items():
        table.problem("", f'there is no disposition "{id}".', _disposition_names())
    return words


def _disposition(table: Table, key: str = "disposition") -> Disposition | None:
    name = table.text(key)
    try:
        return Disposition.from_id(name)
    except KeyError:
        if key in table.raw:
            table.problem(key, f'there is no disposition "{name}".', _disposition_names())
        return None


def _disposition_names() -> str:
    return "Use emergency, urgent, soon or self_care."


def _known(table: Table, key: str, known: list[str]) -> str:
    name = table.text(key)
    if name not in known and key in table.raw:
        remedy = f"{did_you_mean(name, known)} Patterns are defined under [patterns]."
        table.problem(key, f'there is no pattern "{name}".', remedy)
    return name
