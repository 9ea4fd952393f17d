"""Forms of protocols, their items, and answers to some of their questions as a response."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from triage_py import Protocol, assess, explain, read_answers
from triage_py.export.fhir.default_names import names_of
from triage_py.export.fhir.items import FhirForm

FILL = {"emergency_number": "112", "helpline": "the nurse line"}
Item = Mapping[str, Any]


def form_of(protocol: Protocol) -> FhirForm:
    """The form under the names that it has without an address."""
    return FhirForm(protocol, names_of(protocol), FILL)


def items_in(resource: Item) -> Iterator[Item]:
    """Every item of a resource, in reading order."""
    for item in resource.get("item", []):
        yield item
        yield from items_in(item)


def asked(protocol: Protocol, answers: Mapping[str, object]) -> list[str]:
    """The questions that the engine asks beside these answers, in its order, were it to ask on."""
    assessment = assess(protocol, read_answers(protocol, answers))
    unanswered = {question.id for question in explain(protocol, assessment).unanswered}
    return [id for id in protocol.questions if id in assessment.answers or id in unanswered]


def unfinished(form: FhirForm, questionnaire: Item, answers: Mapping[str, Any]) -> dict[str, Any]:
    """A response in progress: what a program holds while somebody fills in the form."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": questionnaire["url"],
        "status": "in-progress",
        "item": _answered(form, questionnaire, answers),
    }


def _answered(form: FhirForm, parent: Item, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = []
    for item in parent["item"]:
        link = item["linkId"]
        if item["type"] == "group":
            if inside := _answered(form, item, answers):
                found.append({"linkId": link, "item": inside})
        elif link in answers and answers[link] != "unsure":
            found.append({"linkId": link, "answer": _values(form, link, answers[link])})
        elif link in answers and item["type"] == "choice":
            found.append({"linkId": link, "answer": _values(form, link, "unsure")})
        elif answers.get(link.removesuffix(".unsure")) == "unsure" and item["type"] == "boolean":
            found.append({"linkId": link, "answer": [{"valueBoolean": True}]})
    return found


def _values(form: FhirForm, link: str, said: Any) -> list[dict[str, Any]]:
    question = form.protocol.questions[link]
    if question.is_numeric:
        return [{"valueDecimal" if question.kind == "number" else "valueInteger": said}]
    chosen = [said] if isinstance(said, str) else said
    return [
        {"valueCoding": form.option(question, choice)}
        for choice in question.choices
        if choice.id in chosen
    ]
