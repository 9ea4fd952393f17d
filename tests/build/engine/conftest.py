"""The engine as the site has it, built once for all tests of the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engine import EngineBundle, NodeTools, build_engine
from generator.site_engine import build_wheel, compile_protocol

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".cache" / "engine"


@pytest.fixture(scope="session")
def tools() -> NodeTools:
    return NodeTools.of(ROOT)


@pytest.fixture(scope="session")
def wheel() -> Path:
    return build_wheel(ROOT / "triage_py", CACHE)


@pytest.fixture(scope="session")
def protocol() -> bytes:
    return compile_protocol(str(ROOT / "content" / "self-check" / "protocol.toml"))


@pytest.fixture(scope="session")
def engine(wheel: Path, protocol: bytes, tools: NodeTools) -> EngineBundle:
    return build_engine(wheel, protocol, CACHE, tools)
