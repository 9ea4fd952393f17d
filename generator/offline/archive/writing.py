"""Put the archive together."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path, PurePosixPath

from generator.offline.archive.engine_script import engine_script
from generator.offline.archive.modules import bundle_modules
from generator.offline.archive.pages import ENGINE, MODULE, SEARCH, SEARCH_INDEX, page_on_disk
from generator.offline.archive.search_script import search_index_script, search_script
from generator.offline.archive.styles import with_fonts_inside
from generator.offline.archive.worker import with_worker_inside
from generator.sharing import SHARE_PICTURE

LEFT_OUT = ("assets/engine/", "assets/scripts/", "assets/javascripts/lunr/", "assets/icons/", "offline/", "search/")  # fmt: skip
LEFT_OUT_FILES = {"404.html", "_headers", ".nojekyll", "robots.txt", "app.webmanifest", "service-worker.js", SHARE_PICTURE}  # fmt: skip
LEFT_OUT_KINDS = {".map", ".xml", ".gz", ".br"}
ONE_DATE = (1980, 1, 1, 0, 0, 0)
"""A date of today would change the bytes from day to day."""
READABLE = 0o644 << 16


def write_archive(site: Path, name: str, cache: Path | None = None) -> None:
    """Write `offline/<name>.zip` into the site.

    Browsers let a page from a disk load scripts, styles and pictures, but no modules, no workers
    and no data. So modules become scripts, and what would be fetched stands in scripts as text.

    Args:
        site: The built site, with a policy on each page.
        name: Of the archive, without its ending.
        cache: Where the packed engine is kept: to pack it takes seconds.

    Raises:
        ArchiveError: A script of the site cannot be carried over.
    """
    files: dict[str, bytes] = {}
    modules: set[Path] = set()
    for path in sorted(site.rglob("*")):
        file = path.relative_to(site).as_posix()
        if not path.is_file() or _is_left_out(file):
            continue
        content = path.read_bytes()
        if path.suffix == ".html":
            html, loaded = page_on_disk(content.decode(), file, site)
            modules.update(loaded)
            content = html.encode()
        elif path.suffix == ".css":
            content = with_fonts_inside(content.decode(), path, site).encode()
        files[file] = content

    for module in sorted(modules):
        files[MODULE.format(name=module.stem)] = with_worker_inside(
            bundle_modules(module), module
        ).encode()
    if modules:
        files[ENGINE] = _packed_engine(_engine_of(site), cache)
    if (site / "search" / "search_index.json").exists():
        files[SEARCH] = search_script(site).encode()
        files[SEARCH_INDEX] = search_index_script(site).encode()
    _write_zip(site / "offline" / f"{name}.zip", files)


def _packed_engine(files: list[Path], cache: Path | None) -> bytes:
    """The engine as a script; its folder is named for its content, and so is what is kept of it."""
    kept = cache / f"{files[0].parent.name}.js" if cache else None
    if kept and kept.exists():
        return kept.read_bytes()
    packed = engine_script(files).encode()
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".unfinished")
        unfinished.write_bytes(packed)
        unfinished.replace(kept)
    return packed


def _is_left_out(file: str) -> bool:
    is_named = file.startswith(LEFT_OUT) or file in LEFT_OUT_FILES
    is_named |= PurePosixPath(file).match("embed/index.html")  # for frames of other sites
    return is_named or PurePosixPath(file).suffix in LEFT_OUT_KINDS


def _engine_of(site: Path) -> list[Path]:
    """The manifest, then the files of the engine."""
    manifest = next(site.glob("assets/engine/*/manifest.json"))
    listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    return [manifest, *(manifest.parent / file["name"] for file in listed)]


def _write_zip(target: Path, files: dict[str, bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(files):
            entry = zipfile.ZipInfo(file, ONE_DATE)
            entry.external_attr = READABLE
            entry.create_system = 3
            # Pictures, PDFs and the engine are compressed already.
            is_dense = file == ENGINE or PurePosixPath(file).suffix in {
                ".pdf",
                ".png",
                ".webp",
                ".woff2",
            }
            entry.compress_type = zipfile.ZIP_STORED if is_dense else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[file])
