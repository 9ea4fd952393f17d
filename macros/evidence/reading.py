"""Read the register from its folder, and say everything that is wrong with it at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from macros.evidence.document import Document, name_for_messages, read_document
from macros.evidence.errors import EvidenceError, Problem, did_you_mean, sentences
from macros.evidence.fields import CLAIM_FIELDS, SOURCE_FIELDS, Field, faults_of
from macros.evidence.register import Claim, Register, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FIELDS_OF_TABLE: Mapping[str, Mapping[str, Field]] = {
    "claims": CLAIM_FIELDS,
    "sources": SOURCE_FIELDS,
}


def read_register(folder: Path) -> Register:
    """Read all TOML files of a folder as one register.

    A file may hold claims, sources or both; a claim may name sources of any file.

    Args:
        folder: The folder with the `.toml` files; folders below it are read too.

    Returns:
        A register in which every claim has a source and every named source exists.

    Raises:
        EvidenceError: Something is wrong. The error lists all problems, not the first.
    """
    documents, problems = _read_documents(folder)
    is_complete = not problems
    entries: dict[str, dict[str, Entry]] = {"claims": {}, "sources": {}}
    for document in documents:
        problems += _unknown_tables(document)
        for entry in _entries_of(document, problems):
            problems += entry.problems()
            first = entries[entry.table].setdefault(entry.id, entry)
            if first is not entry:
                problems.append(_duplicate(entry, first))
    if is_complete:  # else each source of an unreadable file would be missed once more
        problems += _unknown_sources(entries["claims"].values(), entries["sources"])
    if problems:
        raise EvidenceError(problems)
    return Register(
        claims=MappingProxyType({i: _claim(e) for i, e in entries["claims"].items()}),
        sources=MappingProxyType(
            {i: Source(id=i, **e.values) for i, e in entries["sources"].items()}
        ),
    )


@dataclass(frozen=True)
class Entry:
    """One claim or source as it stands in its file, not yet checked."""

    document: Document
    table: str
    id: str
    values: Mapping[str, Any] = field(repr=False)

    def problems(self) -> Iterator[Problem]:
        """Give all that is wrong with this entry alone."""
        fields = FIELDS_OF_TABLE[self.table]
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.id):
            yield self.problem(
                None,
                f'"{self.id}" cannot be an id.',
                "Use small letters, digits and single hyphens, such as: author-2016",
            )
        for key, value in self.values.items():
            if key not in fields:
                yield self.problem(
                    key,
                    f'there is no key "{key}" here.',
                    sentences(did_you_mean(key, fields), f"The keys are: {', '.join(fields)}."),
                )
            elif fault := faults_of(value, key, fields[key]):
                yield self.problem(key, fault.what, fault.remedy)
        for key, one in fields.items():
            if one.required and key not in self.values:
                yield self.problem(
                    None,
                    f'the key "{key}" is missing.',
                    f"Add a line such as: {key} = {one.example}",
                )

    def problem(self, key: str | None, what: str, remedy: str) -> Problem:
        """Describe a problem of this entry, or of one of its keys."""
        path = ".".join(part for part in (self.table, self.id, key) if part)
        line = self.document.line_of(self.table, self.id, key)
        return Problem(self.document.file, line, path, what, remedy)

    @property
    def place(self) -> str:
        """Where the entry stands, for a message about another one."""
        line = self.document.line_of(self.table, self.id)
        return self.document.file if line is None else f"{self.document.file}:{line}"


def _read_documents(folder: Path) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    paths = sorted(folder.rglob("*.toml"))
    if not paths:
        problems.append(
            Problem(
                name_for_messages(folder),
                None,
                "",
                "there is no .toml file in this folder.",
                "The register needs at least one file with [claims.…] and [sources.…].",
            )
        )
    for path in paths:
        try:
            documents.append(read_document(path))
        except EvidenceError as error:
            problems += error.problems
    return documents, problems


def _unknown_tables(document: Document) -> Iterator[Problem]:
    for table in document.tables:
        if table not in FIELDS_OF_TABLE:
            yield Problem(
                document.file,
                document.line_of(table),
                table,
                "only claims and sources may stand here.",
                sentences(
                    did_you_mean(table, FIELDS_OF_TABLE),
                    "A header is [claims.its-id] or [sources.its-id].",
                ),
            )


def _entries_of(document: Document, problems: list[Problem]) -> Iterator[Entry]:
    """Give the entries of a file; what is no entry becomes a problem."""
    for table in FIELDS_OF_TABLE:
        section = document.tables.get(table, {})
        singular = table.removesuffix("s")
        remedy = f"Begin each {singular} with a header such as: [{table}.its-id]"
        if not isinstance(section, dict):
            line = document.line_of(table)
            problems.append(
                Problem(document.file, line, table, f"this is no {singular} with an id.", remedy)
            )
            continue
        for entry_id, values in section.items():
            entry = Entry(document, table, entry_id, values)
            if isinstance(values, dict):
                yield entry
            else:
                problems.append(entry.problem(None, f"this is no {singular} with keys.", remedy))


def _duplicate(entry: Entry, first: Entry) -> Problem:
    return entry.problem(
        None,
        f'the id "{entry.id}" is taken: it stands in {first.place} too.',
        "Give one of the two another id, or delete it.",
    )


def _unknown_sources(claims: Iterable[Entry], sources: Mapping[str, Entry]) -> Iterator[Problem]:
    for claim in claims:
        supports = claim.values.get("supports")
        for source_id in supports if isinstance(supports, list) else []:
            if isinstance(source_id, str) and source_id not in sources:
                yield claim.problem(
                    "supports",
                    f'there is no source "{source_id}".',
                    sentences(
                        did_you_mean(source_id, sources),
                        f"A source is defined under [sources.{source_id}], in any file of the"
                        " folder.",
                    ),
                )


def _claim(entry: Entry) -> Claim:
    values = dict(entry.values)
    values["supports"] = tuple(values["supports"])
    values["numbers"] = MappingProxyType(
        {
            name: tuple(figure) if isinstance(figure, list) else figure
            for name, figure in values.get("numbers", {}).items()
        }
    )
    return Claim(id=entry.id, **values)
