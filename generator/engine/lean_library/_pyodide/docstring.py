"""No help texts: nobody asks the engine what its objects can do.

The runtime asks for a text for each of its methods at its start, and would work each out from a
signature.
"""


def get_cmeth_docstring(func: object) -> str:  # noqa: ARG001 - as the runtime calls it
    """None."""
    return ""
