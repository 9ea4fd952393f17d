"""The parts: those that readers get, and those that only build."""

from __future__ import annotations

import base64
import importlib.metadata
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from generator.supply_chain.licence_files import LicenceFile
from generator.supply_chain.theme_parts import THEME_PARTS

OWN_PACKAGE = "triage-py"
# What of the build's parts is in the site itself: its script for the search.
THEME = "mkdocs-material"
RUNTIME = "pyodide"


@dataclass(frozen=True)
class Component:
    """One part.

    Attributes:
        name: As its registry knows it.
        version: Exactly.
        purl: Package URL; empty where there is no registry.
        licence: SPDX expression, or the words of its author; empty where nothing is said.
        digest: SHA-256 or SHA-512 in hexadecimal, as the lock pins it; empty where it does not.
        is_shipped: Whether readers get it; otherwise it only builds.
        what: What the part is for.
        author: Who made it.
        source: Address of its source code; empty where it is not needed to find it.
    """

    name: str
    version: str
    purl: str
    licence: str
    digest: str
    is_shipped: bool
    what: str = ""
    author: str = ""
    source: str = ""


def shipped_components(root: Path, content: Path) -> list[Component]:
    """What readers get besides the site's own pages.

    Args:
        root: The generator's folder, after the set-up.
        content: The topic's pages and data; what figures were drawn after has its licence there.
    """
    own = tomllib.loads((root / "triage_py" / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = json.loads((root / "node_modules" / RUNTIME / "package.json").read_text())
    lock = json.loads((root / "node_modules" / RUNTIME / "pyodide-lock.json").read_text())
    python = lock["info"]["python"]
    theme = importlib.metadata.version(THEME)
    return [
        Component(
            own["project"]["name"],
            own["project"]["version"],
            "",
            str(own["project"].get("license", "")),
            "",
            is_shipped=True,
            what="decides in the self-check",
            author="the contributors of this site",
        ),
        Component(
            RUNTIME,
            runtime["version"],
            f"pkg:npm/{RUNTIME}@{runtime['version']}",
            runtime.get("license", ""),
            _npm_digest(root, RUNTIME),
            is_shipped=True,
            what="runs Python in the browser",
            author="the Pyodide development team",
            source="https://github.com/pyodide/pyodide",
        ),
        Component(
            "cpython",
            python,
            f"pkg:generic/cpython@{python}",
            "PSF-2.0",
            "",
            is_shipped=True,
            what="Python and its standard library",
            author="Python Software Foundation",
            source="https://github.com/python/cpython",
        ),
        Component(
            THEME,
            theme,
            f"pkg:pypi/{THEME}@{theme}",
            licence_of(THEME),
            "",
            is_shipped=True,
            what="the script of the search",
            author=_author_of(THEME),
            source="https://github.com/squidfunk/mkdocs-material",
        ),
        *_theme_parts(),
        *_with_licence(root / "site_overrides" / "assets" / "fonts", ".LICENSE.txt", "font"),
        *_with_licence(content / "figures", "-licence.txt", "shapes in a figure"),
    ]


def build_components(root: Path) -> list[Component]:
    """What the site is built with: all that the locks install without tools for tests.

    Args:
        root: The project's folder, after the set-up.
    """
    packages = {
        package["name"]: package
        for package in tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))["package"]
    }
    wanted: set[str] = set()
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = str(project["name"])
    waiting = [own]
    while waiting:
        name = waiting.pop()
        if name in wanted:
            continue
        wanted.add(name)
        waiting += [needed["name"] for needed in packages[name].get("dependencies", [])]
    return [
        Component(
            name,
            packages[name]["version"],
            f"pkg:pypi/{name}@{packages[name]['version']}",
            licence_of(name),
            packages[name].get("sdist", {}).get("hash", "").removeprefix("sha256:"),
            is_shipped=False,
        )
        for name in sorted(wanted - {own, OWN_PACKAGE, THEME})
    ]


def licence_of(name: str) -> str:
    """The licence that an installed Python package names; empty where it names none.

    Args:
        name: Of the package.
    """
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""  # for another system than this one
    if "License-Expression" in about:
        return about["License-Expression"]
    start = "License :: OSI Approved :: "
    named = [entry.removeprefix(start) for entry in about.get_all("Classifier", [])]
    approved = [
        entry
        for entry, whole in zip(named, about.get_all("Classifier", []), strict=True)
        if whole.startswith(start)
    ]
    said = about["License"].strip().splitlines() if "License" in about else []
    return " OR ".join(approved) or (said[0] if said else "")


def _npm_digest(root: Path, name: str) -> str:
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    integrity = str(lock["packages"][f"node_modules/{name}"]["integrity"])
    return base64.b64decode(integrity.partition("-")[2]).hex()


def _author_of(name: str) -> str:
    """Who made an installed Python package, without their address."""
    about = importlib.metadata.metadata(name)
    said = about["Author"] if "Author" in about else about["Author-email"]
    return str(said).partition("<")[0].strip()


def _theme_parts() -> list[Component]:
    return [
        Component(
            part.name,
            "",
            f"pkg:npm/{part.name}",
            part.licence,
            "",
            is_shipped=True,
            what="inside the script of the search",
            author=part.author,
        )
        for part in THEME_PARTS
    ]


def _with_licence(folder: Path, ending: str, what: str) -> list[Component]:
    """What lies in a folder and has its licence beside it."""
    files = [LicenceFile(path, ending) for path in sorted(folder.glob(f"*{ending}"))]
    return [
        Component(
            file.name,
            file.version,
            "",
            file.licence,
            "",
            is_shipped=True,
            what=what,
            author=file.author,
            source=file.source,
        )
        for file in files
    ]
