"""Run unit tests against the installed wheel.

Runs inside Pyodide, with the checkout and the packages of the workshop mounted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def run_tests(checkout: str, packages: str, tests: Sequence[str], options: Sequence[str]) -> int:
    """Run tests and return pytest's exit code.

    Args:
        checkout: The folder of the project. What it holds can be read, but what the wheel holds is
            imported from the wheel.
        packages: A folder of pure-Python packages, pytest among them.
        tests: Folders or files with tests, as seen from the checkout.
        options: More options for pytest.
    """
    # Order decides: the installed wheel stands before the checkout, which holds its source.
    sys.path = [path for path in sys.path if path] + [packages, checkout]
    sys.dont_write_bytecode = True
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # plugins may hold code for the host alone
    os.chdir(checkout)
    import pytest

    return int(
        pytest.main(
            [
                *(str(Path(checkout, test)) for test in tests),
                f"--rootdir={checkout}",
                "--import-mode=importlib",
                f"--config-file={_no_settings()}",
                "-pno:cacheprovider",
                "-pno:faulthandler",
                "-ra",
                "-q",
                *options,
            ]
        )
    )


def _no_settings() -> Path:
    """Make an empty settings file: the checkout's own are for the checkout's own Python."""
    path = Path("/tmp/pytest.ini")  # noqa: S108 - the interpreter's own memory
    path.write_text("[pytest]\n")
    return path
