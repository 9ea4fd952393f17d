"""A topic in another language: the same rules, with other words.

A translation holds texts alone, by the ids of what it translates, in files of the same names. So a
rule stands in one place, and what a language lacks is told before a page is made.
"""

from macros.translation.errors import TranslationError
from macros.translation.texts import texts_of, with_texts
from macros.translation.topic import translate_topic, translated_file

__all__ = [
    "TranslationError",
    "texts_of",
    "translate_topic",
    "translated_file",
    "with_texts",
]
