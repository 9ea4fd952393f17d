"""The printed guide: the pages of the site laid out for paper, as tagged PDF.

`planned_editions` says which files there will be, before anything is built. `build_guide` prints
them: the same content gives the same bytes.
"""

from generator.guide.content import GuideContent, GuideError, GuidePage, logo_of
from generator.guide.editions import Edition, PlannedEdition, build_guide, planned_editions

__all__ = [
    "Edition",
    "GuideContent",
    "GuideError",
    "GuidePage",
    "PlannedEdition",
    "build_guide",
    "logo_of",
    "planned_editions",
]
