"""Checks that keep the documents for maintainers true."""
