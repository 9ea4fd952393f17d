"""Where the publisher's readers live: whom they call, and on which number."""

from macros.region.reading import RegionError, Regions, read_regions
from macros.region.region import Region

__all__ = ["Region", "RegionError", "Regions", "read_regions"]
