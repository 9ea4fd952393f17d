"""What can go wrong when the engine is built."""


class EngineError(Exception):
    """The engine could not be built; the message says what is missing and what to do."""
