"""The Python environment and the Node packages, exactly as the locks have them."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from generator.setting_up.system import SetUpError, has_root, install_debian_packages

if TYPE_CHECKING:
    from collections.abc import Sequence

BIN = "Scripts" if sys.platform == "win32" else "bin"
UV = "uv"
NEW_TOPIC = "new-topic"
"""The group of what `make new-topic` needs; who publishes a site may want a topic of their own."""
# The runtime's own Python, for which micropip is installed.
MICROPIP = ("generator/engine/micropip-requirements.txt", "3.14")


def set_up_python(root: Path, *, for_tests: bool) -> None:
    """Make .venv and install into it what uv.lock names, each file checked by its hash.

    Raises:
        SetUpError: Something could not be installed.
    """
    python = root / ".venv" / BIN / "python"
    if not python.exists():
        _make_environment(root)
    uv = root / ".venv" / BIN / "uv"
    if not uv.exists():
        _install_uv(root, python)
    wanted = root / ".cache" / "set-up" / "requirements.txt"
    every = for_tests or _has_test_tools(root)
    groups = ["--all-groups"] if every else ["--no-default-groups", "--group", NEW_TOPIC]
    export = [uv, "export", "--quiet", "--frozen", "--no-emit-workspace", *groups, "-o", wanted]
    _run("reading uv.lock", export, root, quiet=True)
    pip = [uv, "pip"]
    target = ["--python", python]
    _run("installing Python packages", [*pip, "sync", "--require-hashes", *target, wanted], root)
    own = ["--no-deps", "--no-build-isolation", "--quiet", "-e", root]
    _run("installing the plugin", [*pip, "install", *target, *own], root)
    file, version = MICROPIP
    folder = root / ".cache" / "micropip"
    micropip = ["--require-hashes", "--no-deps", "--python-version", version, "--target", folder]
    _run("installing micropip", [*pip, "install", *target, *micropip, "-r", root / file], root)


def set_up_node(root: Path, *, for_tests: bool) -> None:
    """Install the Node packages of package-lock.json; Node itself came with the Python packages.

    Raises:
        SetUpError: They could not be installed.
    """
    only = [] if for_tests or (root / "node_modules" / "typescript").exists() else ["--omit=dev"]
    command = [root / ".venv" / BIN / "npm", "ci", "--no-audit", "--no-fund", "--silent", *only]
    _run("installing Node packages", command, root)


def _has_test_tools(root: Path) -> bool:
    """Whether an earlier set-up for tests put its tools there: a build must not remove them."""
    return (root / ".venv" / BIN / "pytest").exists()


def _make_environment(root: Path) -> None:
    command = [sys.executable, "-m", "venv", str(root / ".venv")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and has_root() and install_debian_packages(["python3-venv"]):
        done = subprocess.run([*command, "--clear"], capture_output=True, text=True, check=False)
    if done.returncode:
        message = (
            "Python cannot make an environment here. On Debian and Ubuntu run: "
            "sudo apt-get install python3-venv"
        )
        raise SetUpError(message)


def _install_uv(root: Path, python: Path) -> None:
    """Install uv itself with pip, checked by the hashes that uv.lock has for it."""
    lock = tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))
    package = next(package for package in lock["package"] if package["name"] == UV)
    files = [*package.get("wheels", []), package["sdist"]]
    hashes = " ".join(f"--hash={file['hash']}" for file in files)
    wanted = root / ".cache" / "set-up" / "uv.txt"
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.write_text(f"{UV}=={package['version']} {hashes}\n", encoding="utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run("installing uv", [*pip, "--require-hashes", "-r", wanted], root)


def _run(doing: str, command: Sequence[object], root: Path, *, quiet: bool = False) -> None:
    if not quiet:
        print(f"set-up: {doing}", flush=True)
    path = f"{root / '.venv' / BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(part) for part in command],
        cwd=root,
        env={**os.environ, "PATH": path, "VIRTUAL_ENV": str(root / ".venv")},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = "\n  ".join((done.stderr or done.stdout).strip().splitlines()[-6:])
        message = f"{doing} failed. Is a network there? Then run the command again.\n  {said}"
        raise SetUpError(message)
