"""The response in words, for programs and people that read no codes: FHIR's narrative, in XHTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.export.fhir.items import FhirForm, Resource


def response_narrative(
    form: FhirForm, items: list[Resource], result: Resource, authored: str
) -> Resource:
    """Tell a response: the result first, then every answer.

    Args:
        form: The protocol with its names in FHIR.
        items: The answered items of the response.
        result: The item that holds the result.
        authored: When it was made; empty where that is not said.

    Returns:
        A narrative whose text says what the items say, and no more.
    """
    protocol, words = form.protocol, form.words
    title = words.version.format(title=form.text(protocol.title), version=protocol.version)
    notes = [authored, *([] if protocol.reviewer else [words.not_reviewed]), words.not_a_diagnosis]
    parts = [
        f"<h1>{_escaped(title)}</h1>",
        *(f"<p>{_escaped(note)}</p>" for note in notes if note),
        _table(form, words.result, [result]),
        _table(form, words.answers, items),
    ]
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{"".join(parts)}</div>'
    return {"status": "generated", "div": div}


def _table(form: FhirForm, heading: str, items: list[Resource]) -> str:
    rows = "".join(
        f"<tr><th>{_escaped(item['text'])}</th><td>{'<br/>'.join(_said(form, item))}</td></tr>"
        for item in _with_answers(items)
    )
    return f"<h2>{_escaped(heading)}</h2><table><tbody>{rows}</tbody></table>"


def _with_answers(items: list[Resource]) -> Iterator[Resource]:
    for item in items:
        if "answer" in item:
            yield item
        yield from _with_answers(item.get("item", []))


def _said(form: FhirForm, item: Resource) -> Iterator[str]:
    for answer in item["answer"]:
        (value,) = answer.values()
        if isinstance(value, dict):
            yield _escaped(value["display"])
        else:
            yield "✓" if value is True else _escaped(f"{value} {_unit(form, item)}".strip())


def _unit(form: FhirForm, item: Resource) -> str:
    """The unit of a number, unless the question names it."""
    unit = form.text(form.protocol.questions[item["linkId"]].unit)
    return "" if unit in item["text"] else unit


def _escaped(text: str) -> str:
    """Text as XHTML has it. `html.escape` would bring a table of 2,000 names to the browser."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
