"""A second deployment, made from the first: other pages, another protocol, another engine."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from generator.offline import write_service_worker
from generator.offline.service_worker import SOURCE

ROOT = Path(__file__).parents[3]
NEXT_VERSION = "99.0.0"


def next_deployment(site: Path, target: Path) -> Path:
    """A copy of a site in which everything that could be mixed is different."""
    shutil.copytree(site, target)
    shutil.copy(ROOT / "site_overrides" / SOURCE, target / SOURCE)
    old, new = _with_another_protocol(target)
    for page in target.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        html = html.replace(old.name, new.name).replace("</h1>", " (next)</h1>")
        html = html.replace(f'data-version="{version_of(site)}"', f'data-version="{NEXT_VERSION}"')
        page.write_text(html, encoding="utf-8")
    write_service_worker(target)
    return target


def version_of(site: Path) -> str:
    """The version of the protocol in a site."""
    protocol = next(site.glob("assets/engine/*/protocol.json"))
    return str(json.loads(protocol.read_text(encoding="utf-8"))["protocol"]["version"])


def _with_another_protocol(site: Path) -> tuple[Path, Path]:
    folder = next(site.glob("assets/engine/*/"))
    contents = json.loads((folder / "protocol.json").read_text(encoding="utf-8"))
    contents["protocol"]["version"] = NEXT_VERSION
    protocol = json.dumps(contents, ensure_ascii=False).encode()
    (folder / "protocol.json").write_bytes(protocol)
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in manifest["files"]:
        if file["name"] == "protocol.json":
            manifest["bytes"] += len(protocol) - file["bytes"]
            file.update(bytes=len(protocol), sha256=hashlib.sha256(protocol).hexdigest())
    (folder / "manifest.json").write_text(json.dumps(manifest))
    new = folder.with_name("0123456789abcdef")
    folder.rename(new)
    return folder, new
