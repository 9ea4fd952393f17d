"""The bill names what readers get and what the locks install, each with its licence."""

from __future__ import annotations

import json
from pathlib import Path

from tests.build.conftest import ROOT


def test_every_part_has_a_version_and_a_licence(site: Path) -> None:
    bill = json.loads((site / "sbom" / "sbom.cdx.json").read_text())
    shipped = [part for part in bill["components"] if part["scope"] == "required"]

    assert bill["bomFormat"] == "CycloneDX"
    assert {"pyodide", "cpython", "triage-py", "mkdocs-material"} <= {
        part["name"] for part in shipped
    }
    assert [part["name"] for part in shipped if not part.get("licenses")] == []


def test_versions_are_those_of_the_locks(site: Path) -> None:
    bill = json.loads((site / "sbom" / "sbom.cdx.json").read_text())
    pinned = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    runtime = next(part for part in bill["components"] if part["name"] == "pyodide")

    assert runtime["version"] == pinned["node_modules/pyodide"]["version"]
    assert runtime["hashes"][0]["alg"] == "SHA-512"


def test_the_bill_holds_no_date(site: Path) -> None:
    assert "timestamp" not in (site / "sbom" / "sbom.cdx.json").read_text()
