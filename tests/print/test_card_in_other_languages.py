"""The red-flag card in the other languages of the site. `SITE_DIR` names another site."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest
import yaml

from macros.topic import Topic, read_topic
from macros.translation import translate_topic
from tests.print.test_guide import text_of

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LANGUAGES = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["languages"]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def topic(language: str) -> Topic:
    return translate_topic(read_topic(CONTENT), CONTENT, language)


@pytest.fixture
def card(language: str) -> Path:
    site = Path(os.environ.get("SITE_DIR", ROOT / "site"))
    found = sorted(site.glob(f"guide/*-red-flag-card-{language}.pdf"))
    if not found:
        pytest.skip("the site is not built: make site")
    return found[0]


def test_it_is_one_tagged_page_in_its_language(card: Path, language: str) -> None:
    with pikepdf.open(card) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked


def test_every_sign_and_every_order_stands_on_it(card: Path, topic: Topic) -> None:
    words = " ".join(text_of(card, "-raw").split())
    emergency = topic.protocol.words[max(topic.protocol.words)]
    number = topic.regions.chosen("uk").emergency_number

    wanted = [option.text for option in topic.protocol.screens[0].questions[0].options]
    wanted += [order.replace("{emergency_number}", number) for order in emergency.do]
    assert [text for text in wanted if text not in words] == []


def test_it_says_that_no_clinician_has_reviewed_it(card: Path, topic: Topic) -> None:
    if topic.protocol.reviewer:
        assert topic.protocol.reviewer in text_of(card)
    else:
        assert "Aún no revisado por un profesional de la salud" in " ".join(text_of(card).split())


def test_it_stands_beside_the_others_on_the_page_that_offers_them(card: Path) -> None:
    page = (card.parents[1] / "printed-guide" / "index.html").read_text(encoding="utf-8")
    assert f'<li class="guide-editions__edition" lang="{card.stem.rpartition("-")[2]}">' in page
    assert f"../guide/{card.name}" in page
