"""What holds for the data of every topic: the one at the root, and the examples."""

from __future__ import annotations

from functools import cache

import pytest

from generator.page_checks import check_pages
from generator.review_dates import day_of_today, review_messages
from macros.paper_self_check import paper_self_check
from macros.topic import Topic, read_topic
from macros.vignettes import judge
from tests.topics import EXAMPLES, ROOT, TOPICS
from triage_py import Disposition

each_topic = pytest.mark.parametrize("topic", TOPICS)
# The root has more claims than it shows, and its own table of vignettes in tests/proof/.
each_example = pytest.mark.parametrize("topic", EXAMPLES)


@cache
def topic_called(name: str) -> Topic:
    return read_topic(TOPICS[name] / "content")


@each_topic
def test_a_topic_is_read_and_all_that_its_pages_name_is_there(topic: str) -> None:
    check_pages(TOPICS[topic] / "content", topic_called(topic))


@each_topic
def test_every_source_was_read(topic: str) -> None:
    """We cite only what we have read."""
    sources = topic_called(topic).register.sources.values()

    assert [source.id for source in sources if not source.seen] == []


@each_example
def test_every_claim_serves_a_reader(topic: str) -> None:
    read = topic_called(topic)
    pages = "\n".join(
        path.read_text(encoding="utf-8") for path in (TOPICS[topic] / "content").rglob("*.md")
    )
    used = set(read.claims_used(claim for claim in read.register.claims if f'"{claim}"' in pages))

    assert sorted(read.register.claims.keys() - used) == []


@each_example
def test_every_person_is_told_what_was_decided(topic: str) -> None:
    """Vignettes: all as they were decided beforehand, and each level has some."""
    read = topic_called(topic)
    found = judge(read.protocol, read.vignettes)

    assert [str(verdict) for verdict in (*found.too_low, *found.too_high)] == []
    assert {vignette.expected for vignette in read.vignettes} == set(Disposition)


@each_topic
def test_a_paper_version_can_be_made(topic: str) -> None:
    paper = paper_self_check(topic_called(topic).protocol)

    assert {line.level for line in paper.lines} <= set(Disposition)
    assert paper.earned


@each_topic
def test_no_review_is_late_or_missing(topic: str) -> None:
    late, _ = review_messages(TOPICS[topic] / "content", day_of_today())

    assert late == []


def test_an_example_is_content_and_settings_and_nothing_else() -> None:
    """What stands there beside them is built, and not kept."""
    built = {".cache", "site"}
    for folder in TOPICS.values():
        if folder != ROOT:
            assert {path.name for path in folder.iterdir()} - built == {"content", "mkdocs.yml"}
            assert not [p for p in folder.rglob("*.py") if not built & set(p.parts)]
