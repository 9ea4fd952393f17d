"""Lock newer versions, and keep the addresses of registries out of the locks.

A lock without addresses works behind any mirror: the installers ask the index they are set up
with, and check every file by its hash. See docs/adr/.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
NOWHERE = "https://index.invalid"
"""Stands where uv insists on an address; no such host can exist."""


def without_addresses(lock: str) -> str:
    """Take the hosts of registries out of the text of a uv.lock; names and hashes stay."""
    lock = re.sub(r'registry = "https://[^"]+"', f'registry = "{NOWHERE}/simple"', lock)
    return re.sub(r'url = "https://[^"]+/([^"/]+)"', rf'url = "{NOWHERE}/\1"', lock)


def main() -> None:
    """Lock Python and Node packages anew."""
    lock = ROOT / "uv.lock"
    subprocess.run([str(BIN / "uv"), "lock", *sys.argv[1:]], cwd=ROOT, check=True)
    lock.write_text(without_addresses(lock.read_text(encoding="utf-8")), encoding="utf-8")
    npm = [str(BIN / "npm"), "install", "--package-lock-only"]
    subprocess.run(npm, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
