"""A protocol's interview as a FHIR R4 Questionnaire (https://hl7.org/fhir/R4/questionnaire.html).

It asks what the engine asks, in its order. It does not decide: the rules stay in the engine. Two
things go beyond the questions: a notice that says what to do when an emergency sign is ticked, and
fields that a response of the engine fills with its result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage_py.conditions import NONE, Chosen
from triage_py.dispositions import MOST_URGENT_FIRST, Disposition
from triage_py.export.fhir.enabling import (
    any_of,
    heading_shown,
    is_answered_with,
    shown_unless_false,
)
from triage_py.export.fhir.items import (
    DISPOSITION,
    PATTERN,
    REASONS,
    RESULT,
    group_link,
    number_type,
    typed,
    unsure_link,
)

if TYPE_CHECKING:
    from triage_py.export.fhir.items import FhirForm, Resource
    from triage_py.protocol import Protocol, Question, Screen

_CORE = "http://hl7.org/fhir/StructureDefinition"
_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"


def fhir_questionnaire(form: FhirForm, *, publisher: str = "") -> Resource:
    """Write the questionnaire.

    Nothing is `required`: the engine may be done before every question was asked, and an answer
    that is missing counts as unknown.

    Args:
        form: The protocol with its names in FHIR.
        publisher: Who publishes it, where that is to be said.

    Returns:
        The resource, ready for `json.dumps`. It is `draft` until a clinician reviewed the protocol.
    """
    protocol = form.protocol
    day = protocol.reviewed.isoformat()
    about = [form.text(text) for text in (protocol.intro, protocol.not_for) if text]
    if not protocol.reviewer:
        about.append(form.words.not_reviewed)
    reviewed = {"approvalDate": day, "lastReviewDate": day} if protocol.reviewer else {}
    return {
        "resourceType": "Questionnaire",
        "language": protocol.language,
        "url": form.names.questionnaire,
        "version": protocol.version,
        "name": _program_name(protocol.id),
        "title": form.text(protocol.title),
        "status": "active" if protocol.reviewer else "draft",
        "subjectType": ["Patient"],
        "date": day,
        **({"publisher": publisher} if publisher else {}),
        "description": " ".join(about),
        **reviewed,
        "effectivePeriod": {"end": protocol.review_due.isoformat()},
        "item": [*_preface(form), *_screens(form), _result(form)],
    }


def _program_name(id: str) -> str:
    """A name as programs like it: letters, digits and underscores, a capital first."""
    words = re.findall(r"[A-Za-z0-9]+", id)
    name = "".join(word[0].upper() + word[1:] for word in words)
    return name if name[:1].isalpha() else f"Form{name}"


def _preface(form: FhirForm) -> list[Resource]:
    texts = {"form.intro": form.protocol.intro, "form.not-for": form.protocol.not_for}
    return [_display(link, form.text(text)) for link, text in texts.items() if text]


def _screens(form: FhirForm) -> list[Resource]:
    first, *others = form.protocol.screens
    items = [*_screen(form, first), *_emergency_notice(form, first)]
    for screen in others:
        items += _screen(form, screen)
    return items


def _emergency_notice(form: FhirForm, first: Screen) -> list[Resource]:
    """What to do now, as soon as an answer is ticked that alone means an emergency.

    Advice only goes up, so no later answer can make this notice wrong.
    """
    clauses = [
        clause
        for question in first.questions
        for clause in is_answered_with(form, question, _emergencies(form.protocol, question))
    ]
    words = form.protocol.words[Disposition.EMERGENCY]
    told = " ".join(form.text(text) for text in (f"{words.label}.", words.lead, *words.do[:1]))
    return [_display("form.emergency", told) | any_of(clauses)] if clauses else []


def _emergencies(protocol: Protocol, question: Question) -> set[str]:
    return {
        option
        for rule in protocol.rules
        if rule.disposition == Disposition.EMERGENCY
        and isinstance(rule.when, Chosen)
        and rule.when.question == question.id
        for option in rule.when.options
    }


def _screen(form: FhirForm, screen: Screen) -> list[Resource]:
    questions = [item for question in screen.questions for item in _question(form, question)]
    link = group_link(screen)
    if link is None:
        return questions
    gates = [question.ask_when for question in screen.questions if question.ask_when is not None]
    shown = heading_shown(form, gates) if len(gates) == len(screen.questions) else {}
    group = {"linkId": link, "text": form.text(screen.text), "type": "group", **shown}
    return [group | {"item": questions}]


def _question(form: FhirForm, question: Question) -> list[Resource]:
    """The item of a question, and a second one where a number cannot say "I'm not sure"."""
    gate = question.ask_when
    shown = shown_unless_false(form, gate) if gate is not None else {}
    extensions = [*shown.pop("extension", []), *_extensions(form, question)]
    item: Resource = {"linkId": question.id, "text": form.text(question.text)}
    if extensions:
        item["extension"] = extensions
    item["type"] = number_type(question) if question.is_numeric else "choice"
    item |= shown
    if question.kind == "choose-any":
        item["repeats"] = True
    if not question.is_numeric:
        item["answerOption"] = _options(form, question)
    if notes := _notes(form, question):
        item["item"] = notes
    if not (question.is_numeric and question.unsure_text):
        return [item]
    unsure = {"linkId": unsure_link(question), "text": form.text(question.unsure_text)}
    gated = shown_unless_false(form, gate) if gate is not None else {}
    return [item, {**unsure, "type": "boolean", **gated}]


def _options(form: FhirForm, question: Question) -> list[Resource]:
    """Everything that can be chosen. "None of these" cannot be ticked beside another option."""
    options = []
    for choice in question.choices:
        option: Resource = {"valueCoding": form.option(question, choice)}
        if choice.id == NONE:
            alone = {"url": f"{_CORE}/questionnaire-optionExclusive", "valueBoolean": True}
            option = {"extension": [alone], **option}
        options.append(option)
    return options


def _extensions(form: FhirForm, question: Question) -> list[Resource]:
    if not question.is_numeric:  # long texts: one below the other, and not in a drop-down list
        control = _control("check-box" if question.kind == "choose-any" else "radio-button")
        down = {"url": f"{_CORE}/questionnaire-choiceOrientation", "valueCode": "vertical"}
        return [control, down]
    value = typed(number_type(question))
    extensions: list[Resource] = [
        {"url": f"{_CORE}/minValue", value: question.minimum},
        {"url": f"{_CORE}/maxValue", value: question.maximum},
    ]
    if question.unit:
        unit = {"display": form.text(question.unit)}
        extensions.append({"url": f"{_CORE}/questionnaire-unit", "valueCoding": unit})
    if question.kind == "scale":
        extensions.append(_control("slider"))
    return extensions


def _notes(form: FhirForm, question: Question) -> list[Resource]:
    """What stands beside a question. The hint is part of what is asked, so nothing may fold it up."""
    notes = []
    if question.hint:
        notes.append(_display(f"{question.id}.hint", form.text(question.hint)))
    if any(question.ends):  # plain: the controls "lower" and "upper" are dropped by some programs
        least, most = (form.text(end) for end in question.ends)
        told = f"{question.minimum} = {least}. {question.maximum} = {most}."
        notes.append(_display(f"{question.id}.ends", told))
    if question.why:
        notes.append(_display(f"{question.id}.why", form.text(question.why), control="help"))
    return notes


def _result(form: FhirForm) -> Resource:
    """Read-only fields for what the engine said. A form filled in by hand leaves them empty."""
    protocol, words = form.protocol, form.words
    dispositions = [form.disposition(disposition) for disposition in MOST_URGENT_FIRST]
    patterns = [form.pattern(pattern) for pattern in protocol.patterns]
    reasons = [*(form.rule(rule) for rule in protocol.rules), form.no_rule()]
    return {
        "linkId": RESULT,
        "text": words.result,
        "type": "group",
        "readOnly": True,
        "item": [
            _display(f"{RESULT}.note", f"{words.filled_by_engine} {words.not_a_diagnosis}"),
            _filled_in(DISPOSITION, words.disposition, dispositions),
            _filled_in(PATTERN, words.pattern, patterns),
            _filled_in(REASONS, words.reasons, reasons) | {"repeats": True},
        ],
    }


def _filled_in(link: str, text: str, codings: list[Resource]) -> Resource:
    options = [{"valueCoding": coding} for coding in codings]
    kind = {"linkId": link, "text": text, "type": "choice", "readOnly": True}
    return kind | {"answerOption": options}


def _display(link: str, text: str, *, control: str = "") -> Resource:
    extension = {"extension": [_control(control)]} if control else {}
    return {**extension, "linkId": link, "text": text, "type": "display"}


def _control(code: str) -> Resource:
    coding = {"system": _CONTROLS, "code": code}
    return {
        "url": f"{_CORE}/questionnaire-itemControl",
        "valueCodeableConcept": {"coding": [coding]},
    }
