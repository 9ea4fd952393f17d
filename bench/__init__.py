"""Measures the site against other ways of doing the same, and says where bytes and time go."""
