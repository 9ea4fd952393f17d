"""The interview in a terminal. Needs rich (`pip install triage-py[run]`), so import it late."""

from triage_py.terminal.conversation import Stopped, converse
from triage_py.terminal.presenting import Presenter

__all__ = ["Presenter", "Stopped", "converse"]
