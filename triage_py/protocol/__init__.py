"""The protocol: questionnaire, rules and words, read from TOML and checked."""

from triage_py.protocol.questionnaire import Option, Question, Screen
from triage_py.protocol.reading import (
    build_protocol,
    load_protocol,
    parse_protocol,
    read_protocol,
)
from triage_py.protocol.rules import DispositionWords, Pattern, Protocol, Rule, Sign

__all__ = [
    "DispositionWords",
    "Option",
    "Pattern",
    "Protocol",
    "Question",
    "Rule",
    "Screen",
    "Sign",
    "build_protocol",
    "load_protocol",
    "parse_protocol",
    "read_protocol",
]
