"""What comes from the system: Pango for the printed guide; for tests browsers, PDF tools, nginx."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FOR_SINGLE_TESTS = {"nginx-light": "nginx", "firefox-esr": "firefox-esr"}
"""Programs by the Debian package they come with."""
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


class SetUpError(Exception):
    """Something is missing that cannot be installed here; the message says how to install it."""


def needs_pango(root: Path) -> None:
    """Make sure that WeasyPrint finds Pango.

    Raises:
        SetUpError: It is not there and cannot be installed from here.
    """
    if _finds_pango(root):
        return
    print("set-up: installing Pango, which lays out the printed guide", flush=True)
    if has_root() and install_debian_packages(PANGO) and _finds_pango(root):
        return
    if sys.platform == "darwin":
        if shutil.which("brew") and not _call(["brew", "install", "pango"]) and _finds_pango(root):
            return
        message = "The printed guide needs Pango. Run: brew install pango"
        raise SetUpError(message)
    message = f"The printed guide needs Pango. Run: sudo apt-get install {' '.join(PANGO)}"
    raise SetUpError(message)


def needs_browser(root: Path) -> None:
    """Make sure that there is a browser for the browser tests.

    Raises:
        SetUpError: There is none and none can be installed from here.
    """
    if find_browser():
        return
    print("set-up: installing Chromium, which the browser tests drive", flush=True)
    if has_root() and install_debian_packages(["chromium", "fonts-liberation"]) and find_browser():
        return
    own = [root / ".venv" / "bin" / "playwright", "install", "chromium-headless-shell"]
    if not _call([str(part) for part in own]):
        return
    message = "The browser tests need Chromium. Run: sudo apt-get install chromium"
    raise SetUpError(message)


def needs_tools(root: Path) -> None:
    """Make sure that the tools that read PDFs in tests are there, and try for those that may lack.

    Raises:
        SetUpError: PDFs cannot be read, and what reads them cannot be installed from here.
    """
    del root
    _try_for_more()
    if shutil.which("pdftotext"):
        return
    print("set-up: installing poppler-utils, which reads PDFs in tests", flush=True)
    if has_root() and install_debian_packages(["poppler-utils"]):
        return
    how = (
        "brew install poppler" if sys.platform == "darwin" else "sudo apt-get install poppler-utils"
    )
    message = f"The print tests need pdftotext. Run: {how}"
    raise SetUpError(message)


def _try_for_more() -> None:
    """Install what single tests need. They skip where it is missing, so this never fails."""
    missing = [package for package, name in FOR_SINGLE_TESTS.items() if not find_program(name)]
    if missing and has_root() and shutil.which("apt-get"):
        print(f"set-up: installing {' and '.join(missing)}, which single tests need", flush=True)
        # One by one: not every system that is like Debian has both.
        missing = [package for package in missing if not install_debian_packages([package])]
    if missing:
        print(
            "set-up: a few tests will be skipped. To run them too, on Debian: "
            f"sudo apt-get install {' '.join(missing)}",
            flush=True,
        )


def find_program(name: str) -> str | None:
    """The path of a program, also of one that stands where only administrators look.

    Args:
        name: Of the program.
    """
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def find_browser() -> str | None:
    """The path of a system browser of the Chromium family."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    return MAC_BROWSER if Path(MAC_BROWSER).exists() else None


def has_root() -> bool:
    """Whether packages of the system can be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_debian_packages(names: list[str]) -> bool:
    """Install packages with apt-get; false where that is not possible."""
    if not shutil.which("apt-get"):
        return False
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    if _call(["apt-get", "update", *quiet]):
        return False
    return not _call(["apt-get", "install", "-y", *quiet, "--no-install-recommends", *names])


def _finds_pango(root: Path) -> bool:
    python = root / ".venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    return not _call([str(python), "-c", "import weasyprint"])


def _call(command: list[str]) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return done.returncode
