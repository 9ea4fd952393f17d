"""The offline archive: the whole site as one file, to unzip anywhere and open from the disk."""

from generator.offline.archive.errors import ArchiveError
from generator.offline.archive.writing import write_archive

__all__ = ["ArchiveError", "write_archive"]
