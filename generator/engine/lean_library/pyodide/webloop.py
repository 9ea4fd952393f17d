"""No event loop in the page's either; see `asyncio` beside this."""


def _initialize_event_loop() -> None:
    """Nothing is to be set up."""
