"""Results by the digest of all that they were made from, from one build to the next."""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class KeptResults:
    """What a build made, for the next one.

    Each result has a key that holds all it was made from, so none is ever out of date: what is not
    found is made anew. What a build did not ask for is forgotten after it.

    Args:
        file: Where results are kept between two runs.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._found: dict[str, Any] = _read(file)
        self._used: dict[str, Any] = {}
        self._on_disk = set(self._found)

    def find(self, key: str) -> Any | None:
        """The result for a key; None where there is none. It is shared: change nothing in it."""
        if key in self._found:
            self._used[key] = self._found[key]
        return self._used.get(key)

    def keep(self, key: str, result: Any) -> None:
        """Keep a result that JSON can write."""
        self._used[key] = result

    def end_build(self, *, may_save: Callable[[], bool]) -> None:
        """Forget what the build did not use, and write down the rest if it is new.

        A disk that refuses is no mistake of the build: what is not kept is made anew.

        Args:
            may_save: Whether the next run may have it; asked only if something is new.
        """
        self._found, self._used = self._used, {}
        if self._found.keys() <= self._on_disk or not may_save():
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            _write(self._file, json.dumps(self._found, ensure_ascii=False, separators=(",", ":")))
            self._on_disk = set(self._found)


def key_of(kind: str, *parts: object) -> str:
    """A key: the digest of all that a result is made from.

    Args:
        kind: What kind of result it is.
        parts: What it is made from, as data; a value that JSON does not know counts by its `repr`.
    """
    text = json.dumps([kind, *parts], sort_keys=True, default=repr)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(file: Path, text: str) -> None:
    """Replace a file at once: another build may read it meanwhile."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=file.parent, prefix="unfinished-", delete=False
    ) as unfinished:
        path = Path(unfinished.name)
        try:
            unfinished.write(text)
            unfinished.close()
            path.replace(file)
        except OSError:
            path.unlink(missing_ok=True)
            raise
