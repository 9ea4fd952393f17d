"""Hold a translation against what it translates: nothing missing, nothing more, the same places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = re.compile(r"\{\w+\}")


def differences(reference: object, translated: object, file: str, key: str = "") -> Iterator[str]:
    """Say what a translation lacks, has too much, or says with other places to fill in.

    Args:
        reference: Texts, lists of texts and tables of them, as TOML gives them.
        translated: The same in another language.
        file: The file of the translation, for messages.
        key: Where in the file both stand.

    Returns:
        One sentence with its remedy for each difference.
    """
    place = f"{file}: {key}" if key else file
    if isinstance(reference, dict) and isinstance(translated, dict):
        yield from _of_tables(reference, translated, file, key)
    elif isinstance(reference, list) and isinstance(translated, list):
        yield from _of_lists(reference, translated, file, key)
    elif isinstance(reference, str) and isinstance(translated, str):
        yield from (f"{place}: {what}" for what in _of_texts(reference, translated))
    elif type(reference) is not type(translated):
        kind = "a table" if isinstance(reference, dict) else "one text in quotes"
        kind = "a list" if isinstance(reference, list) else kind
        yield f"{place}: it has to be {kind}. It translates {_shown(reference)}."


def _of_tables(
    reference: dict[str, object], translated: dict[str, object], file: str, key: str
) -> Iterator[str]:
    def inner(name: str) -> str:
        return f"{key}.{name}" if key else name

    for name, value in reference.items():
        if name in translated:
            yield from differences(value, translated[name], file, inner(name))
        else:
            yield f"{file}: {inner(name)}: this text is missing. It translates {_shown(value)}."
    for name in translated.keys() - reference.keys():
        yield f"{file}: {inner(name)}: nothing has this text. Delete it."


def _of_lists(
    reference: list[object], translated: list[object], file: str, key: str
) -> Iterator[str]:
    if len(reference) != len(translated):
        yield (
            f"{file}: {key}: it has {len(translated)} parts where there are {len(reference)}. "
            "Translate each one, in the same order."
        )
        return
    for number, (part, other) in enumerate(zip(reference, translated, strict=True)):
        yield from differences(part, other, file, f"{key}[{number}]")


def _of_texts(reference: str, translated: str) -> Iterator[str]:
    if reference and not translated.strip():
        yield f"this text is empty. It translates {_shown(reference)}."
    wanted, found = set(_PLACE.findall(reference)), set(_PLACE.findall(translated))
    if wanted != found:
        yield (
            f"its places are {', '.join(sorted(found)) or 'none'}. "
            f"Keep those that there are: {', '.join(sorted(wanted)) or 'none'}."
        )


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return f"a table with {', '.join(value)}"
    return f"“{value}”" if isinstance(value, str) else str(value)
