"""Write the start of a new topic: pages with prompts, a small protocol that works, settings."""

from generator.new_topic.writing import NewTopicError, Wishes, write_topic

__all__ = ["NewTopicError", "Wishes", "write_topic"]
