"""Every built page of every topic, one by one. `SITE_DIR` names another folder than `site/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.pages.built_page import (
    NOT_FOUND,
    BuiltPage,
    addresses,
    framed_addresses,
    translated_addresses,
)
from tests.topics import TOPICS, BuiltTopics

EACH = [(topic, address) for topic, folder in TOPICS.items() for address in addresses(folder)]
TRANSLATED = [
    (topic, address)
    for topic, folder in TOPICS.items()
    for address in [*translated_addresses(folder), *framed_addresses(folder)]
]
OTHERS = [*TRANSLATED, *((topic, NOT_FOUND) for topic in TOPICS)]


def _name(of: tuple[str, str]) -> str:
    topic, address = of
    return (address or "home") if topic == "root" else f"{topic}: {address or 'home'}"


@pytest.fixture(scope="session")
def site(built_topics: BuiltTopics) -> Path:
    """The built site of the root."""
    return built_topics["root"]


@pytest.fixture(params=EACH, ids=_name)
def page(built_topics: BuiltTopics, request: pytest.FixtureRequest) -> BuiltPage:
    """Each page of each navigation."""
    topic, address = request.param
    return BuiltPage(built_topics[topic], address, TOPICS[topic])


@pytest.fixture(params=[*EACH, *OTHERS], ids=_name)
def any_page(built_topics: BuiltTopics, request: pytest.FixtureRequest) -> BuiltPage:
    """Each page in each language, and the one for addresses that lead nowhere."""
    topic, address = request.param
    return BuiltPage(built_topics[topic], address, TOPICS[topic])
