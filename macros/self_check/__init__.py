"""The self-check of a page: every screen and every result as HTML, ready before any script runs."""

from macros.self_check.pictures import (
    BodyMap,
    ExpectedCourse,
    PictureError,
    Pictures,
    Stretch,
    read_pictures,
)
from macros.self_check.rendering import self_check_html

__all__ = [
    "BodyMap",
    "ExpectedCourse",
    "PictureError",
    "Pictures",
    "Stretch",
    "read_pictures",
    "self_check_html",
]
