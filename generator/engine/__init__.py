"""The engine: a Python runtime, the triage wheel and the compiled protocol, ready for a browser."""

from generator.engine.build import build_engine
from generator.engine.bundle import EngineBundle, EngineFile
from generator.engine.errors import EngineError
from generator.engine.node_tools import NodeTools

__all__ = ["EngineBundle", "EngineError", "EngineFile", "NodeTools", "build_engine"]
