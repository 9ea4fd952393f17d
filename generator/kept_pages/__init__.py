"""Pages that stay as they were: what nothing changed of is not made again at the next build."""

from generator.kept_pages.inputs import PageInputs, code_digest, data_digest
from generator.kept_pages.pages import KeptPages
from generator.kept_pages.results import KeptResults
from generator.kept_pages.search import keep_search_entries

__all__ = [
    "KeptPages",
    "KeptResults",
    "PageInputs",
    "code_digest",
    "data_digest",
    "keep_search_entries",
]
