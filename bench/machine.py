"""Where it was measured: a number means little without its machine."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from generator.setting_up.system import find_browser

NODE_PACKAGES = ("pyodide", "@pyscript/core", "lighthouse")
PYTHON_PACKAGES = ("mkdocs", "mkdocs-material", "weasyprint", "playwright")


def machine(root: Path) -> dict[str, str]:
    """Processor, memory, system and versions, by name.

    Args:
        root: The project's folder.
    """
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    found = {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "load before": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known",
        "python": platform.python_version(),
        "browser": _browser(),
    }
    found |= {name: lock[f"node_modules/{name}"]["version"] for name in NODE_PACKAGES}
    return found | {name: version(name) for name in PYTHON_PACKAGES}


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    name = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return name[1] if name else platform.processor() or platform.machine()


def _memory() -> str:
    file = Path("/proc/meminfo")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    total = re.search(r"^MemTotal:\s*(\d+) kB", text, re.MULTILINE)
    return f"{int(total[1]) / 1e6:.0f} GB" if total else "not known"


def _browser() -> str:
    path = find_browser()
    if not path:
        return "Playwright's own Chromium"
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return " ".join(done.stdout.split()[:2])
