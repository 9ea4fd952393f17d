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
        for name, value in reference.items():
            inner = f"{key}.{name}" if key else name
            if name in translated:
                yield from differences(value, translated[name], file, inner)
            else:
                yield f"{file}: {inner}: this text is missing. It translates {_shown(value)}."
        for name in translated.keys() - reference.keys():
            yield f"{place}{'.' if key else ': '}{name}: nothing has this text. Delete it."
    elif isinstance(reference, list) and isinstance(translated, list):
        if len(reference) != len(translated):
            yield (
                f"{place}: {len(translated)} texts stand where there are {len(reference)}. "
                "Translate each one, in the same order."
            )
            return
        for number, pair in enumerate(zip(reference, translated, strict=True)):
            yield from differences(*pair, file, f"{key}[{number}]")
    elif isinstance(reference, str) and isinstance(translated, str):
        if reference and not translated.strip():
            yield f"{place}: this text is empty. It translates {_shown(reference)}."
        wanted, found = _PLACE.findall(reference), _PLACE.findall(translated)
        if sorted(set(wanted)) != sorted(set(found)):
            yield (
                f"{place}: its places are {', '.join(found) or 'none'}. "
                f"Keep those that there are: {', '.join(wanted) or 'none'}."
            )
    elif type(reference) is not type(translated):
        yield f"{place}: this is of another kind. It translates {_shown(reference)}."


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return f"a table with {', '.join(value)}"
    return f"“{value}”" if isinstance(value, str) else str(value)
