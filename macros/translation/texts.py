"""The texts in a topic's file, apart from all that is no text: taken out, and put in again."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

TEXT: Final = None
"""Marks a key whose value is a text, or a list of texts."""
ANY: Final = "*"
"""Stands for every key that is not named."""

Schema: TypeAlias = "dict[str, Schema | None]"
"""Where in a file texts stand; what is not named is no text."""

_QUESTION: Schema = {
    **dict.fromkeys(("text", "hint", "why", "none", "unit", "ends"), TEXT),
    "options": {ANY: dict.fromkeys(("text", "hint", "group"), TEXT)},
    "unsure": dict.fromkeys(("text", "because"), TEXT),
}
PROTOCOL: Schema = {
    "protocol": dict.fromkeys(("title", "intro", "not_for", "none_text", "unsure_text"), TEXT),
    "dispositions": {ANY: dict.fromkeys(("label", "lead", "do", "expect", "safety_net"), TEXT)},
    "default": {"because": TEXT},
    "patterns": {ANY: dict.fromkeys(("title", "text"), TEXT)},
    "screens": {ANY: {"text": TEXT}},
    "questions": {ANY: _QUESTION},
    "signs": {ANY: {"text": TEXT}},
    "rules": {ANY: {"because": TEXT}},
}
COURSE: Schema = {
    ANY: {"caption": TEXT, "stretches": dict.fromkeys(("title", "text"), TEXT)},
}
BODY_MAP: Schema = {"hint": TEXT}
REGIONS: Schema = {"regions": {ANY: dict.fromkeys(("name", "helpline"), TEXT)}}
TIMELINES: Schema = {ANY: {"steps": dict.fromkeys(("when", "title", "text"), TEXT)}}
_LABEL: Schema = {"text": TEXT}
FIGURE: Schema = {
    **dict.fromkeys(("title", "description", "caption", "says", "unit"), TEXT),
    **dict.fromkeys(("height-says", "across-says"), TEXT),
    "rows": dict.fromkeys(("what", "value"), TEXT),
    "notes": _LABEL,
    "marks": _LABEL,
    "views": {"heading": TEXT, "notes": _LABEL},
    "series": dict.fromkeys(("heading", "says"), TEXT) | {"bars": _LABEL},
    "axis": {"ticks": _LABEL, "stretches": {"heading": TEXT}},
}


def texts_of(raw: Any, schema: Schema | None) -> Any:
    """Take out the texts, by the same keys.

    A table that holds one text and nothing else is that text. What holds no text is left out.

    Args:
        raw: What TOML read.
        schema: Where in it texts stand.

    Returns:
        Tables and lists of texts, or a text; empty where there are none.
    """
    if schema is TEXT or isinstance(raw, str):
        return raw
    if isinstance(raw, list):
        return [texts for item in raw if (texts := texts_of(item, schema))]
    if not isinstance(raw, dict):
        return {}
    found = {
        key: texts
        for key, value in raw.items()
        if (key in schema or ANY in schema)
        and (texts := texts_of(value, schema.get(key, schema.get(ANY))))
    }
    only = next(iter(found.values()), None)
    return only if len(found) == 1 and isinstance(only, str) and ANY not in schema else found


def with_texts(raw: Any, schema: Schema | None, texts: Any) -> Any:
    """Put texts in the place of those that there are.

    Args:
        raw: What TOML read.
        schema: Where in it texts stand.
        texts: What `texts_of` gave for it, in another language.

    Returns:
        A copy of `raw` with the other texts.
    """
    if schema is TEXT or isinstance(raw, str):
        return texts
    if isinstance(raw, list):
        rest = iter(texts)
        return [
            with_texts(item, schema, next(rest)) if texts_of(item, schema) else item for item in raw
        ]
    changed = dict(raw)
    for key, value in raw.items():
        inner = schema.get(key, schema.get(ANY))
        is_named = key in schema or ANY in schema
        if is_named and texts_of(value, inner):
            own = texts[key] if isinstance(texts, dict) else texts
            changed[key] = with_texts(value, inner, own)
    return changed
