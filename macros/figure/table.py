"""A TOML table that knows its file and key, so that every mistake in it can be located."""

from __future__ import annotations

from typing import Any

from .geometry import Point
from .problem import FigureError, did_you_mean, problem


class Table:
    """One table of a figure file.

    Args:
        file: the file as the author knows it, for messages.
        key: the dotted key of this table in the file.
        values: what TOML read.
    """

    def __init__(self, file: str, key: str, values: dict[str, Any]) -> None:
        self.file = file
        self.key = key
        self.values = values

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def names(self) -> list[str]:
        """The keys of this table, in the order of the file."""
        return list(self.values)

    def allow(self, *known: str) -> None:
        """Refuse keys that nothing reads: a misspelt key must not pass in silence."""
        for key in self.values:
            if key not in known:
                raise self.wrong(key, "nothing reads this key.", did_you_mean(key, known))

    def wrong(self, key: str, what: str, remedy: str) -> FigureError:
        """The error for `key` of this table."""
        return problem(self.file, self._inside(key), what, remedy)

    def words(self, key: str, default: str | None = None) -> str:
        """The words under `key`."""
        if key not in self.values and default is not None:
            return default
        value = self._value(key, 'Write words in quotes, such as title = "A walk".')
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"expected words, found {value!r}.", "Write words in quotes.")
        return value.strip()

    def amount(self, key: str, default: float | None = None) -> float:
        """The number under `key`."""
        if key not in self.values and default is not None:
            return default
        return self._as_number(key, self._value(key, "Write a number without quotes."))

    def numbers(self, key: str, count: int | None = None) -> list[float]:
        """The list of numbers under `key`, `count` of them if given."""
        value = self._value(key, f"Write a list of numbers: {key} = [1, 2].")
        if not isinstance(value, list):
            raise self.wrong(key, f"expected a list, found {value!r}.", "Write it as [1, 2].")
        if count is not None and len(value) != count:
            raise self.wrong(
                key, f"expected {count} numbers, found {len(value)}.", f"Write {count} numbers."
            )
        return [self._as_number(key, item) for item in value]

    def point(self, key: str, default: Point | None = None) -> Point:
        """The pair of numbers under `key`."""
        if default is not None and key not in self.values:
            return default
        first, second = self.numbers(key, 2)
        return (first, second)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of words under `key`; empty if the key is not there."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(
                key, f"expected a list of words, found {value!r}.", f'Write {key} = ["a", "b"].'
            )
        return tuple(value)

    def choice(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        """The word under `key`, which must be one of `known`."""
        value = default if default is not None and key not in self.values else self.words(key)
        if value not in known:
            raise self.wrong(key, f'there is no "{value}" here.', did_you_mean(str(value), known))
        return str(value)

    def flag(self, key: str, default: bool) -> bool:
        """True or false under `key`."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, f"expected true or false, found {value!r}.", "Drop the quotes.")
        return value

    def table(self, key: str) -> Table:
        """The table under `key`, which must be there."""
        value = self._value(key, f"Add a table [{self._inside(key)}].")
        return Table(self.file, self._inside(key), self._as_table(key, value))

    def tables(self, key: str) -> list[Table]:
        """The list of tables under `key`; empty if the key is not there."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "expected a list of tables.", f"Write [[{self._inside(key)}]].")
        return [
            Table(self.file, f"{self._inside(key)}[{index}]", self._as_table(key, item))
            for index, item in enumerate(value)
        ]

    def _inside(self, key: str) -> str:
        return f"{self.key}.{key}" if self.key else key

    def _value(self, key: str, remedy: str) -> Any:
        if key not in self.values:
            raise self.wrong(key, "this key is missing.", remedy)
        return self.values[key]

    def _as_number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.wrong(key, f"expected a number, found {value!r}.", "Drop the quotes.")
        return float(value)

    def _as_table(self, key: str, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(key, f"expected a table, found {value!r}.", "Write it in braces.")
        return value
