"""The search as scripts: its worker and its index stand in them as text."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPTS = Path(__file__).parent / "scripts"


def search_script(site: Path) -> str:
    """The script that lets the theme's search start its worker.

    Args:
        site: The built site.
    """
    worker = next(site.glob("assets/javascripts/workers/search.*.js"))
    text = json.dumps(worker.read_text(encoding="utf-8"), ensure_ascii=False)
    script = (SCRIPTS / "search.js").read_text(encoding="utf-8")
    return script.replace("WORKER_TEXT", text, 1)


def search_index_script(site: Path) -> str:
    """The index, with addresses that name the pages themselves.

    Args:
        site: The built site.
    """
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        path, mark, anchor = entry["location"].partition("#")
        if path == "" or path.endswith("/"):
            entry["location"] = f"{path}index.html{mark}{anchor}"
    # The theme asks for this very name.
    return f"var __index = {json.dumps(index, ensure_ascii=False)};\n"
