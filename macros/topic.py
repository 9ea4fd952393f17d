"""A topic: all that its content folder says, read and checked once for screen and paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.citation import number_sources
from macros.evidence import Register, read_register
from macros.figure import Figures, read_figures
from macros.region import Regions, read_regions
from macros.self_check import Pictures, read_pictures
from macros.timeline import Timelines, read_timelines
from macros.vignettes import Vignette, check_vignettes, read_vignettes
from triage_py import Protocol, load_protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PROTOCOL = "self-check/protocol.toml"
EVIDENCE = "evidence"
FIGURES = "figures"
REGIONS = "regions.toml"
TIMELINES = "timelines.toml"
VIGNETTES = "self-check/vignettes"


@dataclass(frozen=True)
class Topic:
    """What the pages, the self-check and the guide are made from."""

    protocol: Protocol
    register: Register
    figures: Figures
    regions: Regions
    timelines: Timelines
    pictures: Pictures = field(default_factory=Pictures)
    vignettes: tuple[Vignette, ...] = ()

    def claims_used(self, cited_on_pages: Iterable[str]) -> tuple[str, ...]:
        """Every claim that readers meet, in reading order: pages, timelines, figures, rules, days."""
        used = dict.fromkeys(cited_on_pages)
        for timeline in self.timelines.values():
            used |= dict.fromkeys(claim for step in timeline for claim in step.claims)
        for figure in self.figures.by_name.values():
            used |= dict.fromkeys(figure.claims)
        for rule in self.protocol.rules:
            used |= dict.fromkeys(rule.sources)
        for course in self.pictures.courses.values():
            used |= dict.fromkeys(claim for stretch in course.stretches for claim in stretch.claims)
        return tuple(used)

    def source_numbers(self, claims_used: Iterable[str]) -> Mapping[str, int]:
        """The number of each used source."""
        return number_sources(self.register, claims_used)


def read_topic(content: Path) -> Topic:
    """Read the content folder of a topic.

    Raises:
        TriageError, EvidenceError, FigureError, RegionError, TimelineError, PictureError,
            VignetteError: What the folder holds has mistakes; the message names file, place and
            remedy.
    """
    protocol = load_protocol(content / PROTOCOL)
    register = read_register(content / EVIDENCE)
    vignettes = read_vignettes(content / VIGNETTES)
    check_vignettes(vignettes, protocol, register.claims.keys() | register.sources.keys())
    return Topic(
        protocol=protocol,
        register=register,
        vignettes=vignettes,
        figures=read_figures(content / FIGURES),
        regions=read_regions(content / REGIONS),
        timelines=read_timelines(content / TIMELINES),
        pictures=read_pictures((content / PROTOCOL).parent, protocol),
    )
