"""What a disk refuses, told to the person who has to make room or give leave."""

from __future__ import annotations

import errno
import os
import re
import shutil

ROOM = "Make room on the disk: a build needs about as much as two sites."
LEAVE = "Give yourself leave to write there."
REMEDIES = {
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EACCES: LEAVE,
    errno.EPERM: LEAVE,
    errno.EROFS: "Build on a disk that can be written to.",
}
OTHERWISE = "Check the disk."
NUMBER = re.compile(r"\[Errno (\d+)\]")


def disk_message(error: OSError, after: str) -> str:
    """One line: where, what, what is true now, what to do.

    Args:
        error: As the system raised it, or as a copy of many files did.
        after: What is true of the site now.
    """
    number = error.errno or _number_in(error)
    what = os.strerror(number) if number else str(error)
    remedy = REMEDIES.get(number, OTHERWISE)
    # When there is no room, the system names the file that was read, which is not at fault.
    where = f"{error.filename}: " if error.filename and remedy != ROOM else ""
    return f"{where}{what}. {after} {remedy} Then build again."


def _number_in(error: OSError) -> int:
    """The system's number for the first of the errors that a copy of many files met; 0 for none."""
    first = NUMBER.search(str(error)) if isinstance(error, shutil.Error) else None
    return int(first[1]) if first else 0
