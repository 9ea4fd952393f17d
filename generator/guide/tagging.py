"""What WeasyPrint's tags lack for PDF/UA, added before the file is written.

Validators name each of these: a list that holds more than items, a header cell without a scope, an
element that holds nothing, a link that would not be printed, a line at the foot that is read out on
every page.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTED = 4
"""The flag of an annotation that shows on paper as on a screen (ISO 32000-1, table 165)."""
KEPT_WHEN_EMPTY = frozenset({"/TD", "/TH", "/Figure", "/Link", "/Form", "/LBody", "/LI"})


def mend_tags(_document: Any, pdf: Any) -> None:
    """Complete the tags of a file; WeasyPrint calls it with the laid out document and the PDF."""
    _Tree(pdf).mend()


class _Tree:
    def __init__(self, pdf: Any) -> None:
        self._objects = {entry.number: entry for entry in pdf.objects}
        self._elements = [
            entry
            for entry in pdf.objects
            if isinstance(entry, dict) and entry.get("Type") == "/StructElem"
        ]

    def mend(self) -> None:
        for root in [element for element in self._elements if element["S"] == "/Document"]:
            self._drop_empty(root)
        for element in self._elements:
            if element["S"] == "/L":
                self._leave_items_only(element)
            elif element["S"] == "/Table":
                self._give_scopes(element)
        for entry in self._objects.values():
            if isinstance(entry, dict) and entry.get("Type") == "/Annot":
                entry["F"] = PRINTED
        self._pass_over_the_foot()

    def _pass_over_the_foot(self) -> None:
        """Tell readers aloud to pass over what stands in no element: version and page number."""
        read = {id(element) for element in self._elements if element["S"] == "/Document"}
        waiting = [element for element in self._elements if id(element) in read]
        while waiting:
            kids = list(self._kids(waiting.pop()))
            read |= {id(kid) for kid in kids}
            waiting += kids
        for element in self._elements:
            if id(element) not in read:
                for content in element["K"]:
                    if isinstance(content, int):
                        self._make_artifact(self._at(element["Pg"]), content)

    def _make_artifact(self, page: Any, content: int) -> None:
        commands = self._at(page["Contents"]).stream
        for place, command in enumerate(commands):
            if isinstance(command, dict) and command.get("MCID") == content:
                commands[place - 1 : place + 2] = ["/Artifact", b"BMC"]
                break
        self._parents[page["StructParents"]][content] = "null"

    @cached_property
    def _parents(self) -> dict[int, Any]:
        """The elements that the marked content of each page belongs to, by the page's key."""
        (root,) = (
            entry
            for entry in self._objects.values()
            if isinstance(entry, dict) and entry.get("Type") == "/StructTreeRoot"
        )
        numbers = self._at(root["ParentTree"])["Nums"]
        return dict(zip(numbers[::2], numbers[1::2], strict=True))

    def _kids(self, element: Any) -> Iterator[Any]:
        """The elements inside an element, in reading order."""
        for kid in element.get("K", ()):
            found = self._at(kid)
            if found is not None and found.get("Type") == "/StructElem":
                yield found

    def _at(self, reference: Any) -> Any:
        """What a reference such as `12 0 R` leads to; None for a number of marked content."""
        text = reference.decode() if isinstance(reference, bytes) else str(reference)
        number, _, rest = text.partition(" ")
        return self._objects.get(int(number)) if rest == "0 R" else None

    def _inside(self, element: Any, kind: str) -> Iterator[Any]:
        for kid in self._kids(element):
            if kid["S"] == kind:
                yield kid
            else:
                yield from self._inside(kid, kind)

    def _drop_empty(self, element: Any) -> None:
        for kid in list(self._kids(element)):
            self._drop_empty(kid)
            if not kid["K"] and kid["S"] not in KEPT_WHEN_EMPTY:
                element["K"].remove(kid.reference)

    def _leave_items_only(self, found: Any) -> None:
        """Move what stands between the items of a list, which is space, to the item before."""
        item = None
        for kid in list(self._kids(found)):
            if kid["S"] in ("/LI", "/Caption", "/L"):
                item = kid if kid["S"] == "/LI" else item
                continue
            bodies = list(self._kids(item)) if item is not None else []
            if bodies:
                found["K"].remove(kid.reference)
                bodies[-1]["K"].append(kid.reference)
                kid["P"] = bodies[-1].reference

    def _give_scopes(self, table: Any) -> None:
        above: list[Any] = []
        for row in self._inside(table, "/TR"):
            cells = list(self._kids(row))
            headers = [cell for cell in cells if cell["S"] == "/TH"]
            for cell in headers:
                is_row = len(headers) < len(cells) or "ColSpan" in cell["A"]
                cell["A"]["Scope"] = "/Row" if is_row else "/Column"
            if len(headers) == len(cells):
                # A header alone in its row names the row below.
                above = [cell["ID"] for cell in headers if "ColSpan" in cell["A"]]
                continue
            for cell in cells:
                if cell["S"] == "/TD":
                    cell["A"]["Headers"].extend(above)
