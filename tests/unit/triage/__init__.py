"""Unit tests of the triage. All but the command line and the fuzz also run in a browser's Python."""
