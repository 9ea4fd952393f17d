"""Let two folders change places, in one step where the system can."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def put_in_place(new: Path, site: Path, old: Path) -> None:
    """Put a new folder in the place of the site, and remove the one that stood there.

    Linux exchanges the two in one step, so that whoever looks, or kills this program, finds one of
    them whole. Elsewhere there is no site for the blink of an eye between two renames.

    Args:
        new: The folder that becomes the site.
        site: Where it goes. There may be none yet.
        old: A free name beside them.

    Raises:
        OSError: It could not be done; the site is where it was.
    """
    if site.exists() and _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    if site.exists():
        os.replace(site, old)
    try:
        os.replace(new, site)
    except OSError:
        if old.exists():
            os.replace(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; false where system or disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False  # an older C library
    names = (os.fsencode(one), os.fsencode(other))
    return not rename(AT_FDCWD, names[0], AT_FDCWD, names[1], ctypes.c_uint(RENAME_EXCHANGE))
