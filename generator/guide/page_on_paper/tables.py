"""Tables that fit into a column of paper."""

from __future__ import annotations

from xml.etree.ElementTree import Element

LONG_ROW = 120
"""From so many characters in a row, its first cell stands above the others."""
SHORT_CELL = 8
"""A cell of at most so many characters stays on one line."""
SHORT_TABLE = 150
"""A table of at most so many characters stays on one page."""


def stack_long_rows(root: Element) -> None:
    """Put the bold first cell of each row above the others, where a column is too narrow for all.

    A table to compare two things keeps two cells side by side; one that explains keeps one.
    """
    compared = {table for box in root.iter("div") if _is_to_compare(box) for table in box}
    for table in root.iter("table"):
        rows = [row for body in table.iter("tbody") for row in body]
        longest = max((len("".join(row.itertext())) for row in rows), default=0)
        if (table in compared or longest > LONG_ROW) and all(map(_has_label, rows)):
            for head in table.iter("thead"):
                for row in head:
                    row.remove(row[0])
            _stack(table)


def mark_short_tables(root: Element) -> None:
    """Mark tables that no page may break, and cells that no line may break."""
    for found in root.iter("table"):
        for cell in found.iter("td"):
            if len("".join(cell.itertext())) <= SHORT_CELL:
                cell.set("class", "cell--short")
        if len("".join(found.itertext())) <= SHORT_TABLE:
            found.set("class", f"{found.get('class', '')} table--short".strip())


def _is_to_compare(box: Element) -> bool:
    return "compare" in box.get("class", "").split()


def _has_label(row: Element) -> bool:
    return len(row) > 1 and len(row[0]) > 0 and row[0][0].tag in ("strong", "b")


def _stack(table: Element) -> None:
    """Each row becomes a group of two: its label, and the rest."""
    for body in list(table.iter("tbody")):
        place = list(table).index(body)
        table.remove(body)
        for row in reversed(list(body)):
            label = row[0]
            row.remove(label)
            label.tag = "th"
            label.attrib.update({"scope": "row", "colspan": str(len(row))})
            above = Element("tr")
            above.append(label)
            group = Element("tbody", {"class": "stacked"})
            group.extend((above, row))
            table.insert(place, group)
