"""The protocol that is proved: the one that the site is built from."""

from __future__ import annotations

from pathlib import Path

from triage_py import Protocol, load_protocol

ROOT = Path(__file__).parents[2]

PROTOCOL: Protocol = load_protocol(ROOT / "content" / "self-check" / "protocol.toml")
FIRST = PROTOCOL.screens[0].questions
GATED = [question for question in PROTOCOL.questions.values() if question.ask_when is not None]
