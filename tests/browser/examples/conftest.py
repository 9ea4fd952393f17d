"""The self-check of an example, on a host of its own with its headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.host import hosted
from tests.topics import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.host import Host
    from tests.topics import BuiltTopics


@pytest.fixture(params=EXAMPLES, scope="session")
def example(request: pytest.FixtureRequest) -> str:
    """The name of an example."""
    return str(request.param)


@pytest.fixture(scope="session")
def example_host(built_topics: BuiltTopics, example: str) -> Iterator[Host]:
    """Where it stands."""
    with hosted(built_topics[example]) as host:
        yield host
