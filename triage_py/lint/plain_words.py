"""Texts are easy to read: short sentences of short words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage_py.lint.reading_ease import grade_of, sentences_in, syllables_in, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage_py.protocol import Protocol
    from triage_py.protocol.tables import Findings

HARDEST_TEXT = 11.0
"""A grade. One short text with two long words has soon a grade of 8 or 9, which readers forgive."""
HARDEST_WHOLE = 8.0
"""The grade of all texts together: readers of about 13 years, as health leaflets aim for."""
MOST_WORDS = 25
"""In one sentence."""
FEWEST_WORDS = 10
"""A shorter text has no grade that means anything."""
LONG_WORD = 4
"""Syllables."""


def texts_are_easy_to_read(protocol: Protocol, findings: Findings) -> None:
    """Note texts with long sentences, and (in English) with a high Flesch-Kincaid grade.

    Named signs are left out: they tell reviewers what a condition means.
    """
    everything = []
    is_english = protocol.language.lower().startswith("en")
    for where, text in _texts(protocol):
        words = words_in(text)
        everything.append(text)
        longest = max((len(words_in(sentence)) for sentence in sentences_in(text)), default=0)
        if longest > MOST_WORDS:
            what = f"a sentence of {longest} words is hard to read."
            findings.add(where, what, f"Split it: at most {MOST_WORDS} words, better under 20.")
        elif is_english and len(words) >= FEWEST_WORDS and grade_of(text) > HARDEST_TEXT:
            long = sorted({word for word in words if syllables_in(word) >= LONG_WORD})
            hint = f" Its long words: {', '.join(long)}." if long else ""
            what = f"this text is hard to read (grade {grade_of(text):.0f} of school)."
            findings.add(where, what, f"Use shorter words and sentences.{hint}")
    whole = grade_of(" ".join(everything)) if is_english and everything else 0.0
    if whole > HARDEST_WHOLE:
        what = f"all texts together are hard to read (grade {whole:.1f} of school)."
        remedy = f"Aim for grade {HARDEST_WHOLE:.0f} or less: short words, one thought a sentence."
        findings.add("protocol", what, remedy)


def _texts(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Every text that readers of the self-check see, with its place. Placeholders count as words."""
    for where, text in _raw_texts(protocol):
        if text.strip():
            spoken = re.sub(r"\{(\w+)\}", lambda found: found[1].replace("_", " "), text).strip()
            yield where, spoken if spoken[-1] in ".?!:" else f"{spoken}."


def _raw_texts(protocol: Protocol) -> Iterator[tuple[str, str]]:
    yield "protocol.intro", protocol.intro
    yield "protocol.not_for", protocol.not_for
    yield "default.because", protocol.default_because
    for level, words in protocol.words.items():
        path = f"dispositions.{level.id}"
        yield f"{path}.lead", words.lead
        lists = {"do": words.do, "expect": words.expect, "safety_net": words.safety_net}
        for key, texts in lists.items():
            for number, text in enumerate(texts):
                yield f"{path}.{key}[{number}]", text
    for pattern in protocol.patterns:
        yield f"patterns.{pattern.id}.text", pattern.text
    for question in protocol.questions.values():
        path = f"questions.{question.id}"
        for key in ("text", "hint", "why"):
            yield f"{path}.{key}", getattr(question, key)
        for option in question.options:
            yield f"{path}.options.{option.id}", option.text
            yield f"{path}.options.{option.id}", option.hint
    for rule in protocol.rules:
        yield f"{rule.place}.because", rule.because
