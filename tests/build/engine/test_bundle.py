"""What the engine consists of: small, complete, checked, and the same bytes everywhere."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from generator.engine import EngineBundle, EngineFile, NodeTools, build_engine

MEGABYTE = 1_000_000
ROOT = Path(__file__).parents[3]


def test_two_builds_give_the_same_bytes(
    engine: EngineBundle, wheel: Path, protocol: bytes, tools: NodeTools, tmp_path: Path
) -> None:
    """A build from nothing, in another folder, comes to the same digest."""
    again = build_engine(wheel, protocol, tmp_path / "elsewhere", tools)

    assert again.manifest == engine.manifest
    assert again.hash == engine.hash


def test_the_manifest_tells_every_file_as_it_is(engine: EngineBundle, tmp_path: Path) -> None:
    """The page's loader checks what arrives against the manifest, so the manifest must be right."""
    engine.write(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())

    written = {path.name for path in tmp_path.iterdir()} - {"manifest.json"}
    assert {file["name"] for file in manifest["files"]} == written
    for file in manifest["files"]:
        content = (tmp_path / file["name"]).read_bytes()
        assert len(content) == file["bytes"], file["name"]
        assert hashlib.sha256(content).hexdigest() == file["sha256"], file["name"]
    assert manifest["bytes"] == sum(file["bytes"] for file in manifest["files"])


def test_there_is_one_file_for_each_role(engine: EngineBundle) -> None:
    roles = sorted(file.role for file in engine.files)

    assert roles == ["glue", "loader", "lock", "package", "protocol", "standard-library", "wasm"]


def test_the_engine_stays_small(engine: EngineBundle) -> None:
    """What a phone has to fetch, with the compression that every server has."""
    sent = sum(len(gzip.compress(file.path.read_bytes(), 9)) for file in engine.files)

    assert sent <= 4.9 * MEGABYTE, f"{sent:,} bytes"


def test_the_lock_holds_the_wheel_alone(engine: EngineBundle) -> None:
    """Nothing else can be loaded, and the wheel only with the right digest."""
    lock = json.loads(part(engine, "lock").path.read_bytes())
    package = part(engine, "package")

    assert [entry["file_name"] for entry in lock["packages"].values()] == [package.name]
    assert [entry["sha256"] for entry in lock["packages"].values()] == [package.sha256]


@pytest.mark.parametrize("role", ["standard-library", "package"])
def test_archives_hold_bytecode_without_dates_or_compression(
    engine: EngineBundle, role: str
) -> None:
    """A date would change the bytes from day to day; compression would keep the server's out."""
    with zipfile.ZipFile(part(engine, role).path) as archive:
        entries = archive.infolist()

    assert entries == sorted(entries, key=lambda entry: entry.filename)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert not [entry.filename for entry in entries if entry.filename.endswith(".py")]


def test_no_file_names_the_machine_it_was_built_on(engine: EngineBundle) -> None:
    offenders = [file.name for file in engine.files if str(ROOT).encode() in file.path.read_bytes()]

    assert not offenders


def test_the_wheel_keeps_its_assertions_and_line_numbers(engine: EngineBundle) -> None:
    """Only the standard library loses docstrings and assertions: an error of ours must be findable."""
    with zipfile.ZipFile(io.BytesIO(part(engine, "package").path.read_bytes())) as archive:
        messages = archive.read(
            next(name for name in archive.namelist() if name.endswith("/messages.pyc"))
        )

    assert b"Answer one request." in messages


def test_the_wheel_holds_what_the_messages_can_import_and_nothing_else(
    engine: EngineBundle, wheel: Path
) -> None:
    """Commands, proofs and drawings stay in the published wheel; no browser has a use for them."""
    frozen = {name.removesuffix("c") for name in names_in(part(engine, "package").path)}
    published = names_in(wheel)

    assert "triage_py/messages.py" in frozen
    assert published >= frozen
    for folder in ("commands", "lint", "proof", "terminal"):
        assert any(name.startswith(f"triage_py/{folder}/") for name in published), folder
        assert not any(name.startswith(f"triage_py/{folder}/") for name in frozen), folder
    assert {"triage_py/__main__.py", "triage_py/export/drawing.py"} <= published - frozen


def test_the_wheel_stays_small(engine: EngineBundle) -> None:
    sent = len(gzip.compress(part(engine, "package").path.read_bytes(), 9))

    assert sent <= 70_000, f"{sent:,} bytes"


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if name.startswith("triage_py/")} - {
            "triage_py/py.typed"
        }


def part(engine: EngineBundle, role: str) -> EngineFile:
    return next(file for file in engine.files if file.role == role)
