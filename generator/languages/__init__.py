"""The languages of a site: its topic in each, which pages belong together, and the frame's words."""

from generator.languages.frames import Frame, Frames
from generator.languages.site_words import SiteWords
from generator.languages.spoken import Language, LanguageError, Languages

__all__ = ["Frame", "Frames", "Language", "LanguageError", "Languages", "SiteWords"]
