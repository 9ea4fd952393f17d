"""How hard an English text is to read: the Flesch-Kincaid grade.

Kincaid, Fishburne, Rogers and Chissom 1975, "Derivation of new readability formulas for Navy enlisted
personnel": 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.?!:])[\"\u201d\u2019)]?\s+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019\-][A-Za-z0-9]+)*")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouyl]l)(?:e|(?<![sxzcg])(?<!ch)(?<!sh)es|(?<![dt])ed)$"
)
"""An e at the end, alone or before s or d, that is not spoken: use, rules, moved; but cases, table."""
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(r"i[aou]|eo(?![up])|ua|uo|ier$|[aeiouy]ing$")
"""Vowels side by side that are spoken apart, as in diabetes, video, usual or going."""
_TOGETHER = re.compile(r"[cst]i[ao]|qu[ao]|gua")
"""Those that look so and are not, as in tension, special or quarter."""
_SECOND_HALF = re.compile(
    r"(?<=[a-z]{3})(?:ness|ments?|ful|less|ly|times?|things?|one|body|lines?|where)$"
)
"""What is joined to a word whose last e stays silent, as in wholeness or something."""


def grade_of(text: str) -> float:
    """The years at school that it takes to follow a text; 0 for no words.

    Args:
        text: English sentences.
    """
    words = words_in(text)
    if not words:
        return 0.0
    sentences = max(1, len(sentences_in(text)))
    syllables = sum(map(syllables_in, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def sentences_in(text: str) -> list[str]:
    """The text cut at its full stops, question marks, exclamation marks and colons."""
    return [part for part in _SENTENCE_END.split(text.strip()) if words_in(part)]


def words_in(text: str) -> list[str]:
    """The words and numbers of a text; what is joined by a hyphen is one."""
    return _WORD.findall(text)


def syllables_in(word: str) -> int:
    """About how many syllables an English word has, 1 or more."""
    count = 0
    for part in re.split(r"[-'\u2019]", word.lower()):
        if joined := _SECOND_HALF.search(part):
            count += _syllables_of_plain(part[: joined.start()]) + _syllables_of_plain(joined[0])
        elif part:
            count += _syllables_of_plain(part)
    return max(count, 1)


def _syllables_of_plain(word: str) -> int:
    if not word.isalpha():
        return 1
    spoken = _SILENT.sub("", word) if len(word) > 2 else word
    groups = len(_VOWELS.findall(spoken))
    groups += len(_APART.findall(spoken)) - len(_TOGETHER.findall(spoken))
    return max(groups, 1)
