"""This site: the self-check page as readers get it, and its engine alone in an empty page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench.contenders.contender import NOTE, REQUEST, Contender
from generator.policy.headers import HASHED_FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

# A reader who answers the first screen the moment that the page takes an answer.
FAST_READER = """
addEventListener('DOMContentLoaded', async () => {
  const check = document.querySelector('self-check')
  if (!check) return
  check.addEventListener('self-check:answered', () => { window.answeredAt = performance.now() }, { once: true })
  await customElements.whenDefined('self-check')
  const screen = check.querySelector('[data-screen]')
  for (const none of screen.querySelectorAll('input[value="none"]')) none.click()
  check.querySelector('[data-next]').click()
})
"""
ALONE = """\
<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
{note}<script type="module">
  const worker = new Worker(new URL('./{scripts}/engine-worker.mjs', location.href), {{ type: 'module' }})
  worker.addEventListener('message', ({{ data }}) => {{
    if (data.kind === 'ready') worker.postMessage({{ kind: 'request', id: 1, text: '{request}' }})
    if (data.kind === 'response') answered(data.text)
    if (data.kind === 'failed') throw new Error(data.reason)
  }})
  worker.postMessage({{ kind: 'start', engineUrl: new URL('{engine}/', location.href).href }})
</script>
"""
PARTS = {
    "pyodide.asm.wasm": "runtime",
    "pyodide.asm.mjs": "glue",
    "pyodide.mjs": "glue",
    "python_stdlib.zip": "standard library",
}


def ours(site: Path, work: Path) -> Contender:
    """The self-check page of the built site, whole, with its style sheets and its font.

    Args:
        site: The built site.
        work: A folder to prepare in: the site may be built anew meanwhile.
    """
    folder = work / "ours"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    return Contender(
        "ours", folder, "self-check/", _is_hashed, _part, in_page=FAST_READER, settles=True
    )


def ours_alone(site: Path, work: Path) -> Contender:
    """The engine alone, in as empty a page as the others have."""
    folder = work / "ours-alone"
    shutil.rmtree(folder, ignore_errors=True)
    engine = next(site.glob("assets/engine/*/manifest.json")).parent.relative_to(site)
    scripts = next(site.glob("assets/scripts/*/engine-worker.mjs")).parent.relative_to(site)
    for part in (engine, scripts):
        shutil.copytree(site / part, folder / part)
    page = ALONE.format(
        note=NOTE, engine=engine.as_posix(), scripts=scripts.as_posix(), request=REQUEST
    )
    (folder / "index.html").write_text(page, encoding="utf-8")
    return Contender("ours, engine alone", folder, "", _is_hashed, _part)


def _is_hashed(path: str) -> bool:
    return path.startswith(HASHED_FOLDERS)


def _part(path: str) -> str:
    name = path.rpartition("/")[2]
    if path.startswith("assets/engine/"):
        return PARTS.get(name, "package and protocol")
    return "page"
