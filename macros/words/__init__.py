"""The words of the page parts themselves, by language: one folder a language, one file a part.

What a topic says stands in its content folder. Here stands what surrounds it, such as "Next".
English is the measure: another language has the same files, keys and `{places}`.
"""

from macros.words.comparing import differences
from macros.words.dates import day_in_words
from macros.words.reading import REFERENCE, OwnWords, WordsError, language_of, read_words

__all__ = [
    "REFERENCE",
    "OwnWords",
    "WordsError",
    "day_in_words",
    "differences",
    "language_of",
    "read_words",
]
