"""No event loop: the engine answers one request after the other and waits for nothing.

The runtime imports this at its start, for Python that awaits JavaScript.
"""
