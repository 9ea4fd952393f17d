"""Reads a triage protocol, asks its questions, says what to do and how soon, and explains why.

The protocol holds every question, rule and word; this package holds none. It uses the standard
library only and knows no site, no browser and no file layout.
"""

from triage_py.answers import Answers, read_answers, write_answers
from triage_py.assessment import Assessment, assess
from triage_py.dispositions import Disposition
from triage_py.errors import AnswersError, MessageError, Problem, ProtocolError, TriageError
from triage_py.explanation import Change, Explanation, explain
from triage_py.interview import Ask, Finished, Step, next_step
from triage_py.protocol import (
    DispositionWords,
    Option,
    Pattern,
    Protocol,
    Question,
    Rule,
    Screen,
    Sign,
    build_protocol,
    load_protocol,
    parse_protocol,
    read_protocol,
)

__all__ = [
    "Answers",
    "AnswersError",
    "Ask",
    "Assessment",
    "Change",
    "Disposition",
    "DispositionWords",
    "Explanation",
    "Finished",
    "MessageError",
    "Option",
    "Pattern",
    "Problem",
    "Protocol",
    "ProtocolError",
    "Question",
    "Rule",
    "Screen",
    "Sign",
    "Step",
    "TriageError",
    "assess",
    "build_protocol",
    "explain",
    "load_protocol",
    "next_step",
    "parse_protocol",
    "read_answers",
    "read_protocol",
    "write_answers",
]
