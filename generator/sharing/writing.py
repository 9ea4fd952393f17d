"""Put the picture of the site onto the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.places import Places
from generator.sharing.picture import SHARE_PICTURE, kept_share_picture

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from macros.topic import Topic


def write_share_picture(site: Path, config: MkDocsConfig, topic: Topic) -> None:
    """Write `SHARE_PICTURE`, unless the publisher names a picture of their own.

    Args:
        site: The built site.
        config: MkDocs' settings. `extra.share_image` names the publisher's own picture, and
            `extra.guide.cover_figure` the figure that stands on the cover of the guide.
        topic: Whose figures there are.
    """
    if config.extra.get("share_image"):
        return
    places = Places.of(config)
    figure = config.extra.get("guide", {}).get("cover_figure", "")
    words = {
        "name": config.site_name,
        "line": config.site_description or "",
        "publisher": str(config.extra.get("publisher", {}).get("name", "")),
        "language": str(config.theme["language"]),
    }
    drawn = topic.figures.draw(figure, palette="print") if figure else ""
    fonts = places.look / "assets" / "fonts"
    target = site / SHARE_PICTURE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(kept_share_picture(words, drawn, fonts, places.cache / "share"))
