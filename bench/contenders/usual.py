"""The usual way: `loadPyodide` as it comes, then micropip installs the wheel."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench.contenders.contender import NOTE, REQUEST, Contender
from bench.contenders.self_hosted import is_kept, part_of, put_runtime, put_wheel

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
{note}<script type="module">
  import {{ loadPyodide }} from './pyodide/pyodide.mjs'
  const pyodide = await loadPyodide()
  await pyodide.loadPackage('micropip')
  const micropip = pyodide.pyimport('micropip')
  await micropip.install(new URL('./{wheel}', location.href).href)
  const messages = pyodide.pyimport('triage_py.messages')
  messages.open_protocol(await (await fetch('./protocol.json')).text())
  answered(messages.handle('{request}'))
</script>
"""


def usual(root: Path, wheel: Path, protocol: bytes, work: Path) -> Contender:
    """The page that the runtime's manual shows, with all files on its own server.

    Args:
        root: The project's folder.
        wheel: The wheel that ours is made from.
        protocol: The compiled protocol, as ours has it.
        work: A folder to prepare in.
    """
    folder = work / "usual"
    shutil.rmtree(folder, ignore_errors=True)
    put_runtime(folder / "pyodide", root)
    put_wheel(folder, wheel, protocol)
    page = PAGE.format(note=NOTE, wheel=wheel.name, request=REQUEST)
    (folder / "index.html").write_text(page, encoding="utf-8")
    return Contender("usual way", folder, "", is_kept, part_of)
