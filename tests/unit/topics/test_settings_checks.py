"""What every site needs is told before it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from mkdocs.config import load_config

from generator.settings_checks import SettingsError, check_settings
from tests.topics import TOPICS

if TYPE_CHECKING:
    from pathlib import Path

SOUND: dict[str, Any] = {
    "site_name": "A topic",
    "docs_dir": "content",
    "extra": {
        "emergency_strip": {"heading": "Is it?", "text": "Signs:", "action": "call"},
        "guide": {"name": "guide", "title": "A topic", "pages": ["what-to-do.md"]},
    },
}


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    for page in ("index.md", "what-to-do.md", "sources.md", "self-check/index.md"):
        path = tmp_path / "content" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# A page", encoding="utf-8")
    return tmp_path


def check(topic: Path, settings: dict[str, Any]) -> None:
    path = topic / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    check_settings(load_config(str(path)))


def with_extra(name: str, table: object) -> dict[str, Any]:
    extra = {**SOUND["extra"], name: table}
    return {**SOUND, "extra": {key: value for key, value in extra.items() if value is not None}}


@pytest.mark.parametrize("name", TOPICS)
def test_each_topic_has_what_it_needs(name: str) -> None:
    check_settings(load_config(str(TOPICS[name] / "mkdocs.yml")))


def test_sound_settings_pass(topic: Path) -> None:
    check(topic, SOUND)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (with_extra("guide", None), "extra.guide: it is missing. Add it, with name, title, pages"),
        (with_extra("emergency_strip", None), "extra.emergency_strip: it is missing."),
        (
            with_extra("emergency_strip", {"heading": "Is it?", "text": "Signs:"}),
            "extra.emergency_strip.action: it is missing.",
        ),
        (
            with_extra("guide", {"name": "a", "title": "b", "pages": ["what-to-doo.md"]}),
            'no page "what-to-doo.md". Did you mean "what-to-do.md"?',
        ),
    ],
)
def test_what_is_missing_is_told(topic: Path, settings: dict[str, Any], told: str) -> None:
    with pytest.raises(SettingsError) as raised:
        check(topic, settings)

    assert told in str(raised.value)


@pytest.mark.parametrize("page", ["sources.md", "self-check/index.md"])
def test_a_page_that_others_lead_to_must_be_there(topic: Path, page: str) -> None:
    """Else each number after a sentence would lead nowhere."""
    (topic / "content" / page).unlink()

    with pytest.raises(SettingsError, match="this page is missing"):
        check(topic, SOUND)
