"""Set up this machine, once: `python3 -m generator.setting_up site` (or `tests`).

It needs Python alone, and runs before anything is installed. A second run does nothing while the
locks stay as they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.setting_up.environment import set_up_node, set_up_python
from generator.setting_up.stamp import Stamp
from generator.setting_up.system import SetUpError, needs_browser, needs_pango, needs_tools

ROOT = Path(__file__).parents[2]
OLDEST = (3, 11)


def main(purpose: str) -> int:
    """Set up what a purpose needs and return the exit code.

    Args:
        purpose: `site` for what a build needs, `tests` for what tests need too.
    """
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"This needs Python 3.11 or newer; {sys.executable} is {found}.", file=sys.stderr)
        return 1
    stamp = Stamp(ROOT, purpose)
    if stamp.is_current():
        return 0
    try:
        for_tests = purpose == "tests"
        set_up_python(ROOT, for_tests=for_tests)
        set_up_node(ROOT, for_tests=for_tests)
        needs_pango(ROOT)
        if for_tests:
            needs_tools(ROOT)
            needs_browser(ROOT)
    except SetUpError as error:
        print(f"\nset-up: {error}", file=sys.stderr)
        return 1
    stamp.write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else "site"))
