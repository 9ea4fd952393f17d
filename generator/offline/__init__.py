"""Offline: the site installed on a device, kept by a browser, or carried on a stick."""

from generator.offline.archive import ArchiveError, write_archive
from generator.offline.installable import make_installable
from generator.offline.service_worker import write_service_worker

__all__ = ["ArchiveError", "make_installable", "write_archive", "write_service_worker"]
