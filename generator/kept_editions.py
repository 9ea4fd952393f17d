"""Printed editions that are kept: by all that they are made from, and the last ones for previews."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.guide import GuideContent

_PROJECT = Path(__file__).parents[1]
_CODE = ("generator/guide", "macros", "triage_py")
_CODE_KINDS = {".py", ".jinja", ".css", ".toml"}
_LAST = "last"


class KeptEditions:
    """A folder of printed editions.

    Args:
        cache: The folder.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def find(self, key: str) -> Path | None:
        """The folder of the editions that were printed for a key, if they were."""
        folder = self._cache / f"editions-{key}"
        return folder if folder.exists() else None

    def last(self, wanted: Iterable[str]) -> Path | None:
        """The folder of the editions that were printed last, if all that are wanted are there."""
        note = self._cache / _LAST
        folder = self.find(note.read_text(encoding="utf-8")) if note.exists() else None
        return folder if folder and all((folder / name).exists() for name in wanted) else None

    def keep(self, key: str, files: Iterable[tuple[Path, str]]) -> Path:
        """Keep editions that were just printed; gives their folder.

        Args:
            key: What `key_of` gave.
            files: Each file with the name that it has on the site.
        """
        folder = self._cache / f"editions-{key}"
        unfinished = folder.with_name(f"{folder.name}-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        for path, name in files:
            shutil.copyfile(path, unfinished / name)
        if not folder.exists():
            unfinished.rename(folder)
        return folder

    def remember(self, key: str) -> None:
        """Note that these are the last."""
        (self._cache / _LAST).write_text(key, encoding="utf-8")


def key_of(content: GuideContent, topic_files: Path, languages: Sequence[str]) -> str:
    """A digest of all that the editions are made from: words, data, fonts and code.

    Args:
        content: What is printed.
        topic_files: The folder whose TOML files the topic was read from.
        languages: The languages that something is printed in.
    """
    words = {
        "settings": dict(content.settings),
        "pages": [asdict(page) for page in content.pages],
        "region": str(content.region),
        "claims": content.claims_used,
        "languages": list(languages),
        "publisher": content.publisher,
        "site": [content.site_name, content.site_url],
        "weasyprint": version("weasyprint"),
    }
    digest = hashlib.sha256(json.dumps(words, sort_keys=True, default=str).encode())
    files = [*sorted(topic_files.rglob("*.toml")), *sorted(content.fonts.iterdir()), *_code()]
    files += [content.logo] if content.logo else []
    for path in files:
        body = path.read_bytes()
        digest.update(f"{path.name} {len(body)}\n".encode() + body)
    return digest.hexdigest()[:24]


def _code() -> Iterator[Path]:
    for folder in _CODE:
        for path in sorted((_PROJECT / folder).rglob("*")):
            if path.suffix in _CODE_KINDS and "__pycache__" not in path.parts:
                yield path
