"""The self-check of another topic by keyboard, to each of its vignettes' advice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

import pytest

from macros.topic import Topic, read_topic
from tests.browser.reader import Reader, Said
from tests.topics import TOPICS
from triage_py import Disposition, assess

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.host import Host


@cache
def topic_called(name: str) -> Topic:
    return read_topic(TOPICS[name] / "content")


@pytest.mark.parametrize("disposition", Disposition, ids=lambda level: level.id)
def test_each_level_is_reached_and_gives_the_engines_reasons(
    page: Page, example_host: Host, example: str, disposition: Disposition
) -> None:
    """As the first vignette of that level answers."""
    topic = topic_called(example)
    vignette = next(v for v in topic.vignettes if v.expected == disposition)
    reader = Reader(page, f"{example_host.url}self-check/").open()

    seen = reader.answer_all(cast("Said", vignette.answers))

    assert reader.result.get_attribute("data-disposition") == disposition.id
    shown = page.locator("[data-rule]:visible").all()
    asked = {
        q.id for screen in topic.protocol.screens if screen.id in seen for q in screen.questions
    }
    said = {id: answer for id, answer in vignette.answers.items() if id in asked}
    fired = assess(topic.protocol, said).fired
    assert [rule.get_attribute("data-rule") for rule in shown] == [rule.id for rule in fired]


def test_a_sore_ankle_bone_needs_an_x_ray_today(page: Page, built_ankle: Host) -> None:
    """The Ottawa ankle rule, with its sources."""
    vignette = next(v for v in topic_called("ankle").vignettes if "outer ankle bone" in v.name)
    reader = Reader(page, f"{built_ankle.url}self-check/").open()

    reader.answer_all(cast("Said", vignette.answers))

    assert reader.result.get_attribute("data-disposition") == "urgent"
    reason = page.locator('[data-rule="ottawa-ankle"]')
    assert "Ottawa ankle rules" in reason.inner_text()
    assert reason.locator("a").count()


@pytest.fixture
def built_ankle(example: str, example_host: Host) -> Host:
    """The host of the ankle."""
    if example != "ankle":
        pytest.skip("the Ottawa rules are those of the ankle")
    return example_host
