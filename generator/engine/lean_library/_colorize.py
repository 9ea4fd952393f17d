"""No colours: a traceback goes to a page as text."""


class _Plain:
    """Every part of a theme, in no colour."""

    def __getattr__(self, part: str) -> str:
        return ""


class _Theme:
    traceback = _Plain()


def can_colorize(*, file: object = None) -> bool:  # noqa: ARG001 - as the library calls it
    """Never."""
    return False


def get_theme(**_: object) -> _Theme:
    """The one theme there is."""
    return _Theme()
