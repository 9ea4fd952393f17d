"""Tell a site that is whole from one that was changed, cut short or mixed."""

from generator.verifying.comparing import Difference, compare_folder
from generator.verifying.listing import LIST_NAME, list_files, read_list

__all__ = ["LIST_NAME", "Difference", "compare_folder", "list_files", "read_list"]
