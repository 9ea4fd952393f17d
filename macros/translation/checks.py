"""What makes a translation of advice safe to show: complete, and with the same numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.words import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def translation_problems(original: Any, translated: Any, file: str) -> Iterator[str]:
    """Say what a translation lacks, has too much, or tells with other numbers.

    Args:
        original: The texts, as `texts_of` gives them.
        translated: The same in another language.
        file: The file of the translation, for messages.
    """
    problems = list(differences(original, translated, file))
    yield from problems
    if not problems:
        yield from _other_numbers(original, translated, file, "")
        yield from _groups_torn_apart(original, translated, file)


def numbers_in(text: str) -> list[str]:
    """The digits of the numbers of a text by size, however a language groups them."""
    return sorted((re.sub(r"\D", "", number) for number in _NUMBER.findall(text)), key=int)


def _other_numbers(original: Any, translated: Any, file: str, key: str) -> Iterator[str]:
    if isinstance(original, dict):
        for name, value in original.items():
            inner = f"{key}.{name}" if key else name
            yield from _other_numbers(value, translated[name], file, inner)
    elif isinstance(original, list):
        for number, pair in enumerate(zip(original, translated, strict=True)):
            yield from _other_numbers(*pair, file, f"{key}[{number}]")
    elif isinstance(original, str) and numbers_in(original) != numbers_in(translated):
        yield (
            f"{file}: {key}: its numbers are {', '.join(numbers_in(translated)) or 'none'}, "
            f"and those of “{original}” are {', '.join(numbers_in(original)) or 'none'}. "
            "Write the same numbers, as numerals."
        )


def _groups_torn_apart(original: Any, translated: Any, file: str) -> Iterator[str]:
    """Options of one group have one heading in every language."""
    for id, question in original.get("questions", {}).items():
        options = question.get("options", {}) if isinstance(question, dict) else {}
        seen: dict[str, str] = {}
        for name, option in options.items():
            if not isinstance(option, dict) or "group" not in option:
                continue
            own = translated["questions"][id]["options"][name]["group"]
            if seen.setdefault(option["group"], own) != own:
                yield (
                    f"{file}: questions.{id}.options.{name}.group: “{option['group']}” was "
                    f"“{seen[option['group']]}” above. Write the same."
                )
