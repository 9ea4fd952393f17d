"""The engine's part of the site: wheel, compiled protocol and runtime in one hashed folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.engine import EngineBundle, EngineError, NodeTools, build_engine
from triage_py import parse_protocol

if TYPE_CHECKING:
    from generator.places import Places
    from macros.topic import Topic

PACKAGE = "triage_py"


@dataclass(frozen=True)
class SiteEngine:
    """A built engine and its place on the site."""

    bundle: EngineBundle

    @property
    def url(self) -> str:
        """The engine's folder, as seen from the root of the site."""
        return f"assets/engine/{self.bundle.hash}/"

    @classmethod
    def build(cls, places: Places, topic: Topic) -> SiteEngine:
        """Build the engine for a topic, or take it from the cache.

        Args:
            places: The folders of this build.
            topic: Whose protocol goes in.

        Raises:
            EngineError: A tool is missing or failed.
        """
        cache = places.tools_cache / "engine"
        wheel = build_wheel(places.workshop / PACKAGE, cache)
        protocol = compile_protocol(topic.protocol.file)
        return cls(build_engine(wheel, protocol, cache, NodeTools.of(places.workshop)))

    def write(self, site: Path) -> None:
        """Write the engine's files into the site."""
        self.bundle.write(site / self.url)


def compile_protocol(file: str) -> bytes:
    """The protocol as JSON, so that the browser has no TOML to parse.

    Args:
        file: The protocol's TOML file.
    """
    raw = parse_protocol(Path(file).read_text(encoding="utf-8"), file)
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def build_wheel(package: Path, cache: Path) -> Path:
    """Build the wheel of the triage package, or take it from the cache.

    Args:
        package: The folder of the package, with its own pyproject.toml.
        cache: Where wheels are kept, by a digest of the package's files.

    Raises:
        EngineError: The wheel could not be built.
    """
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".toml", ".typed", ".md") and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    folder = cache / f"wheel-{digest.hexdigest()[:16]}"
    found = sorted(folder.glob("*.whl"))
    if not found:
        unfinished = cache / "wheel-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(unfinished)]
        done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            message = f"{package}: its wheel could not be built.\n  {said[-1] if said else ''}"
            raise EngineError(message)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
        found = sorted(folder.glob("*.whl"))
    return found[0]
