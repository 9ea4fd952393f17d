"""Citation marks: small linked numbers that lead from a sentence to its sources."""

from macros.citation.mark import UnnumberedSourceError, citation_html
from macros.citation.numbering import number_sources, source_anchor
from macros.citation.page_scan import citation_problems, cited_claims
from macros.citation.unsourced import Passage, unsourced_passages

__all__ = [
    "Passage",
    "UnnumberedSourceError",
    "citation_html",
    "citation_problems",
    "cited_claims",
    "number_sources",
    "source_anchor",
    "unsourced_passages",
]
