"""Where a build finds its look, its topic and what it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from generator.places import WORKSHOP, Places, add_look

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A topic with a look of its own."""
    topic = tmp_path / "my topic"
    (topic / "content").mkdir(parents=True)
    (topic / "look" / "partials").mkdir(parents=True)
    (topic / "look" / "partials" / "footer.html").write_text("my own foot", encoding="utf-8")
    settings = (
        "site_name: A topic\ndocs_dir: content\ntheme:\n  name: material\n  custom_dir: look\n"
    )
    (topic / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return topic


@pytest.fixture
def config(folder: Path) -> MkDocsConfig:
    return load_config(str(folder / "mkdocs.yml"))


def test_what_is_built_and_kept_stands_in_the_topics_folder(
    folder: Path, config: MkDocsConfig
) -> None:
    places = Places.of(config)

    assert (places.topic, places.content) == (folder, folder / "content")
    assert places.cache == folder / ".cache"
    assert places.workshop == WORKSHOP


def test_a_look_of_the_topics_own_goes_first_and_the_rest_is_there(config: MkDocsConfig) -> None:
    add_look(config, Places.of(config))

    environment = config.theme.get_env()
    assert environment.get_template("partials/footer.html").render() == "my own foot"
    assert environment.get_template("partials/header.html").filename == str(
        WORKSHOP / "site_overrides" / "partials" / "header.html"
    )


def test_the_look_is_added_once_and_watched(config: MkDocsConfig) -> None:
    """A preview reads the settings again at each change."""
    for _ in range(2):
        add_look(config, Places.of(config))

    look = str(WORKSHOP / "site_overrides")
    assert config.theme.dirs.count(look) == config.watch.count(look) == 1
