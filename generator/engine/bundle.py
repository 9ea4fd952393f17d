"""What a built engine consists of."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class EngineFile:
    """One file of the engine.

    Attributes:
        name: Its name in the engine's folder.
        role: What the page's loader needs it for: `loader`, `glue`, `wasm`, `standard-library`,
            `lock`, `package` or `protocol`.
        bytes: Its size before compression.
        sha256: Its digest in hexadecimal.
        path: Where it stands after the build, in the cache.
    """

    name: str
    role: str
    bytes: int
    sha256: str
    path: Path

    @classmethod
    def read(cls, path: Path, role: str) -> EngineFile:
        """Measure a file that was just built."""
        content = path.read_bytes()
        return cls(path.name, role, len(content), hashlib.sha256(content).hexdigest(), path)


@dataclass(frozen=True)
class EngineBundle:
    """A built engine.

    Attributes:
        files: Its files, without the manifest.
        manifest: What the page's loader reads: every file with its size and digest, and the entry
            module.
        hash: A digest of the manifest, and so of every byte. It names the folder on the site,
            which may therefore be kept by browsers for ever.
    """

    files: tuple[EngineFile, ...]
    manifest: bytes
    hash: str

    @classmethod
    def of(cls, files: tuple[EngineFile, ...], entry: str) -> EngineBundle:
        """Put a bundle together.

        Args:
            files: The files.
            entry: The module that answers messages.
        """
        listed = [
            {key: value for key, value in asdict(file).items() if key != "path"} for file in files
        ]
        contents = {
            "entry": entry,
            "bytes": sum(file.bytes for file in files),
            "files": listed,
        }
        manifest = (json.dumps(contents, indent=1) + "\n").encode()
        return cls(files, manifest, hashlib.sha256(manifest).hexdigest()[:16])

    @classmethod
    def read(cls, folder: Path, found: dict[str, Path]) -> EngineBundle:
        """Read a bundle back from its manifest.

        Args:
            folder: The folder of the manifest.
            found: Where each named file stands.
        """
        manifest = (folder / MANIFEST).read_bytes()
        contents = json.loads(manifest)
        files = tuple(EngineFile(**file, path=found[file["name"]]) for file in contents["files"])
        return cls(files, manifest, hashlib.sha256(manifest).hexdigest()[:16])

    def write(self, folder: Path) -> None:
        """Copy the files and the manifest into a folder, which is made.

        Args:
            folder: For example `site/assets/engine/<hash>`.
        """
        folder.mkdir(parents=True, exist_ok=True)
        for file in self.files:
            shutil.copyfile(file.path, folder / file.name)
        (folder / MANIFEST).write_bytes(self.manifest)
