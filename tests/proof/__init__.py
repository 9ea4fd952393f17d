"""Proofs over every possible set of answers, not over samples. Start with README.md."""
