"""The list of all files of a site with their digests."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIST_NAME = "site-files.json"


def list_files(site: Path) -> None:
    """Write the list into the site. Nothing may be changed after that.

    Args:
        site: The built site.
    """
    files = {name: digest(site / name) for name in names_in(site)}
    text = json.dumps({"digest": "sha256", "files": files}, indent=0, ensure_ascii=False)
    (site / LIST_NAME).write_text(text + "\n", encoding="utf-8")


def read_list(text: str) -> dict[str, str]:
    """The digests of a list, by path.

    Args:
        text: The list as it was written.

    Raises:
        ValueError: It is not such a list.
    """
    contents = json.loads(text)
    files = contents.get("files") if isinstance(contents, dict) else None
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        message = "it is not a list of files"
        raise ValueError(message)
    return files


def names_in(site: Path) -> list[str]:
    """The path of every file of a site but the list, with slashes, in order.

    Args:
        site: The folder.
    """
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(name for name in paths if name != LIST_NAME)


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal.

    Args:
        path: The file.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
