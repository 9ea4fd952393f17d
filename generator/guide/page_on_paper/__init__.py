"""One page of the site made fit for paper: no screen parts, links that a reader can follow.

`sections_chosen` leaves out what is not for paper, `page_on_paper` rewrites what stays. The other
functions read from a page what the guide needs around it: its title, headings, anchors, sources.
"""

from generator.guide.page_on_paper.citations import sources_cited
from generator.guide.page_on_paper.elements import serialised
from generator.guide.page_on_paper.figures import figure_on_paper
from generator.guide.page_on_paper.headings import headings_of, section_ids, title_of
from generator.guide.page_on_paper.links import Targets, address_of, anchors_in
from generator.guide.page_on_paper.rewriting import page_on_paper
from generator.guide.page_on_paper.sections import classes_on, sections_chosen

__all__ = [
    "Targets",
    "address_of",
    "anchors_in",
    "classes_on",
    "figure_on_paper",
    "headings_of",
    "page_on_paper",
    "section_ids",
    "sections_chosen",
    "serialised",
    "sources_cited",
    "title_of",
]
