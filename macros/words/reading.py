"""Read the words of one language and hold them against English."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from macros.words.comparing import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
REFERENCE = "en"
"""The language that says which words there are."""

OwnWords: TypeAlias = dict[str, Any]
"""Tables of words by part, such as `self_check`."""


class WordsError(Exception):
    """The words of a language cannot be used; the message names file, key and remedy."""


def language_of(tag: str) -> str:
    """The language of a tag: `en` of `en-GB`."""
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=8)
def read_words(language: str, folder: Path = FOLDER) -> OwnWords:
    """Read and check the words of a language.

    Args:
        language: Its tag, such as `es`.
        folder: Where the folders of the languages are.

    Raises:
        WordsError: There is no such language, or a file of it is missing, is not TOML, or lacks
            or has too many words (all are named).
    """
    own = folder / language_of(language)
    if not own.is_dir():
        raise WordsError(
            f'{own}: there are no words in the language "{language}".\n'
            f"  Copy {folder / REFERENCE} to {own} and translate each file."
        )
    reference = {path.stem: _parsed(path) for path in sorted((folder / REFERENCE).glob("*.toml"))}
    words = {path.stem: _parsed(path) for path in sorted(own.glob("*.toml"))}
    problems = list(_problems(own, reference, words))
    if problems:
        raise WordsError("\n".join(problems))
    return words


def _problems(folder: Path, reference: OwnWords, words: OwnWords) -> Iterator[str]:
    for part, table in reference.items():
        file = folder / f"{part}.toml"
        if part in words:
            yield from differences(table, words[part], str(file))
        else:
            yield f"{file}: this file is missing. Copy {part}.toml from {REFERENCE} and translate it."
    for part in words.keys() - reference.keys():
        yield f"{folder / part}.toml: no part of a page reads this file. Delete it."


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WordsError(f"{path}: cannot be read: {error}. Mend the line it names.") from error
