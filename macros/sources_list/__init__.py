"""The sources page: every used source by number, and what we say from it."""

from macros.sources_list.rendering import sources_list_html
from macros.sources_list.words import Word, Words, register_words

__all__ = ["Word", "Words", "register_words", "sources_list_html"]
