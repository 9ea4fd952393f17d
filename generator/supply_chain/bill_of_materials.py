"""The bill of materials as CycloneDX JSON."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

from generator.supply_chain.components import Component, build_components, shipped_components

PLACE = "sbom/sbom.cdx.json"
SHA_256_LENGTH = 64


def write_bill_of_materials(root: Path, site: Path, name: str, content: Path) -> None:
    """Write the bill into the site. The same locks give the same bytes: it holds no date.

    Args:
        root: The generator's folder, after the set-up.
        site: The built site.
        name: The site's name.
        content: The topic's pages and data.
    """
    components = [*shipped_components(root, content), *build_components(root)]
    listed = [_listed(component) for component in components]
    identity = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(listed, sort_keys=True))
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{identity}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "bom-ref": "site"}},
        "components": listed,
        "dependencies": [
            {
                "ref": "site",
                "dependsOn": [entry["bom-ref"] for entry in listed if entry["scope"] == "required"],
            }
        ],
    }
    target = site / PLACE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _listed(component: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{component.name}@{component.version}".rstrip("@"),
        "name": component.name,
        # In the words of CycloneDX, what is not part of the product itself is "excluded" from it.
        "scope": "required" if component.is_shipped else "excluded",
    }
    if component.version:
        entry["version"] = component.version
    if component.purl:
        entry["purl"] = component.purl
    if component.what:
        entry["description"] = component.what
    if component.author:
        entry["authors"] = [{"name": component.author}]
    if component.licence:
        entry["licenses"] = [{"license": {"name": component.licence}}]
    if component.digest:
        kind = "SHA-256" if len(component.digest) == SHA_256_LENGTH else "SHA-512"
        entry["hashes"] = [{"alg": kind, "content": component.digest}]
    return entry
