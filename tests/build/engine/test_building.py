"""How the engine is built: once, all or nothing, and with messages that say what to do."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.engine import EngineBundle, EngineError, NodeTools, build_engine

CACHE = Path(__file__).parents[3] / ".cache" / "engine"
NOWHERE = Path("nowhere")


def test_a_second_build_needs_no_tool_and_no_time(
    engine: EngineBundle, wheel: Path, protocol: bytes, tools: NodeTools
) -> None:
    without_tools = replace(tools, node=NOWHERE, runtime=NOWHERE, micropip=NOWHERE)
    started = time.perf_counter()
    again = build_engine(wheel, protocol, CACHE, without_tools)
    took = time.perf_counter() - started

    assert again == engine
    assert took < 0.1


def test_a_new_protocol_keeps_the_rest(
    engine: EngineBundle, wheel: Path, protocol: bytes, tools: NodeTools, tmp_path: Path
) -> None:
    """A publisher who edits words waits for a check, not for a new standard library."""
    for folder in CACHE.glob("runtime-*"):
        (tmp_path / folder.name).symlink_to(folder)
    edited = protocol + b"\n"
    changed = build_engine(wheel, edited, tmp_path, tools)

    assert changed.hash != engine.hash
    assert {file.name for file in set(changed.files) ^ set(engine.files)} >= {"protocol.json"}
    assert sizes(changed, without="protocol") == sizes(engine, without="protocol")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"node": NOWHERE}, "nowhere: Node is missing; run"),
        ({"runtime": NOWHERE}, "the Python runtime is missing; run"),
        ({"micropip": NOWHERE}, "micropip is missing; run"),
    ],
    ids=["node", "runtime", "micropip"],
)
def test_a_missing_tool_is_named_with_the_remedy(
    missing: dict[str, Path],
    words: str,
    wheel: Path,
    protocol: bytes,
    tools: NodeTools,
    tmp_path: Path,
) -> None:
    with pytest.raises(EngineError) as raised:
        build_engine(wheel, protocol, tmp_path, replace(tools, **missing))

    assert words in str(raised.value)
    assert "make site" in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_all_missing_tools_are_named_at_once(
    wheel: Path, protocol: bytes, tools: NodeTools, tmp_path: Path
) -> None:
    with pytest.raises(EngineError) as raised:
        build_engine(
            wheel,
            protocol,
            tmp_path,
            replace(tools, node=NOWHERE, runtime=NOWHERE, micropip=NOWHERE),
        )

    assert len(str(raised.value).splitlines()) == 3


def test_a_lock_without_the_runtime_is_named(
    wheel: Path, protocol: bytes, tools: NodeTools, tmp_path: Path
) -> None:
    lock = tmp_path / "package-lock.json"
    lock.write_text('{"packages": {}}')

    with pytest.raises(EngineError, match=r"package-lock\.json: does not name the Python runtime"):
        build_engine(wheel, protocol, tmp_path / "cache", replace(tools, package_lock=lock))


@pytest.mark.usefixtures("engine")
def test_a_protocol_that_the_engine_refuses_leaves_nothing_behind(
    wheel: Path, tools: NodeTools, tmp_path: Path
) -> None:
    """Interviews are held with every bundle before it is handed out."""
    for folder in CACHE.glob("runtime-*"):
        (tmp_path / folder.name).symlink_to(folder)
    before = sorted(tmp_path.iterdir())

    with pytest.raises(
        EngineError, match=r"compiled protocol: dispositions: \"emergency\" has no words"
    ):
        build_engine(wheel, json.dumps({"protocol": {}}).encode(), tmp_path, tools)
    assert sorted(tmp_path.iterdir()) == before


def sizes(bundle: EngineBundle, *, without: str) -> set[tuple[str, str]]:
    return {(file.name, file.sha256) for file in bundle.files if file.role != without}
