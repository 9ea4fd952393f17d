"""The service worker: what a browser keeps of this very release."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path, PurePosixPath

from generator.sharing import SHARE_PICTURE
from generator.verifying import LIST_NAME

SOURCE = "offline/service-worker.js"
TARGET = "service-worker.js"
"""At the root: a service worker answers for its own folder and what lies below."""
PLACEHOLDER = "RELEASE"

LATER = ("assets/engine/", "guide/")
"""Kept once a reader has come to where it is used: it weighs more than all pages."""
NOT_KEPT_FILES = {TARGET, SOURCE, LIST_NAME, SHARE_PICTURE}
NOT_KEPT = ("assets/javascripts/lunr/", "offline/", "sbom/")
NOT_KEPT_KINDS = {".map", ".xml", ".gz", ".br", ".zip", ".txt", ""}


def write_service_worker(site: Path) -> None:
    """Write the worker with the list of what it keeps. No page may be changed after that.

    Args:
        site: The built site, with the worker's source in it.
    """
    first: dict[str, str] = {}
    later: dict[str, str] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or not _is_kept(name):
            continue
        (later if name.startswith(LATER) else first)[name] = _integrity(path.read_bytes())
    files = json.dumps({"first": first, "later": later}, sort_keys=True)
    identity = hashlib.sha256(files.encode()).hexdigest()[:16]
    release = {"id": identity, "first": first, "later": later}
    source = site / SOURCE
    text = source.read_text(encoding="utf-8")
    source.unlink()
    worker = text.replace(f"= {PLACEHOLDER};", f"= {json.dumps(release, ensure_ascii=False)};", 1)
    (site / TARGET).write_text(worker, encoding="utf-8")


def _is_kept(name: str) -> bool:
    if name in NOT_KEPT_FILES:
        return False
    if name.startswith(NOT_KEPT) and name != "offline/register.js":
        return False
    path = PurePosixPath(name)
    if path.match("embed/index.html"):
        return False  # it stands in frames of other sites, which load it from there
    # What goes with the engine goes with it whole, whatever its kind.
    return name.startswith(LATER) or path.suffix not in NOT_KEPT_KINDS


def _integrity(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
