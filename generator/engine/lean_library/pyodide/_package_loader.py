"""No packages: all that the engine knows stands in its two archives."""

from site import getsitepackages


class _Place:
    """A folder, which the runtime asks for by `__str__`."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Place(getsitepackages()[0])
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages() -> None:
    """None is there at the start."""
