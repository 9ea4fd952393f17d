"""Who may show which page in a frame, as hosts are told."""

from __future__ import annotations

import pytest
import yaml

from generator.embedding import Embedding, _sites
from generator.policy import Framing, PolicyError, headers_file
from generator.policy.framing import read_framing
from generator.policy.headers import read_policy
from generator.policy.nginx import nginx_server

PAGES = [
    "404.html",
    "about/index.html",
    "embed/index.html",
    "es/embed/index.html",
    "es/index.html",
    "es/self-check/index.html",
    "index.html",
]
FRAMING = Framing(("embed", "es/embed"), ("https://gym.example", "https://club.example"))


def test_each_page_but_those_for_frames_is_closed() -> None:
    """Hosts add up all rules that fit a file, so none may fit a page for frames."""
    headers = headers_file("default-src 'none'", FRAMING, PAGES)

    for page in PAGES:
        said = " ".join(_sent(headers, page))
        is_framed = "embed/" in page
        assert ("frame-ancestors 'none'" in said) != is_framed, page
        assert ("X-Frame-Options: DENY" in said) != is_framed, page
        assert ("frame-ancestors https://gym.example https://club.example" in said) == is_framed
        assert "default-src 'none'" in said


def test_the_addresses_of_folders_are_closed_too() -> None:
    """A browser asks for `es/`, not for its file."""
    headers = headers_file("default-src 'none'", FRAMING, PAGES)

    for address in ("", "es/", "about/", "es/self-check/"):
        assert "frame-ancestors 'none'" in " ".join(_sent(headers, address))
    for address in ("embed/", "es/embed/"):
        assert "frame-ancestors 'none'" not in " ".join(_sent(headers, address))


def test_without_the_setting_one_rule_closes_all() -> None:
    headers = headers_file("default-src 'none'; frame-ancestors 'none'")

    assert headers.count("frame-ancestors") == 1
    assert "  X-Frame-Options: DENY\n" in headers
    assert read_framing(headers) is None


def test_what_is_written_is_read_again() -> None:
    headers = headers_file("default-src 'none'", FRAMING, PAGES)

    assert read_framing(headers) == FRAMING
    assert read_policy(headers) == "default-src 'none'"


def test_nginx_is_told_the_same() -> None:
    conf = nginx_server("default-src 'none'", "/srv", prefix="/back/", framing=FRAMING)

    assert '~^/back/(embed|es/embed)/ "frame-ancestors https://gym.example' in conf
    assert "default-src 'none'; $site_frames" in conf


@pytest.mark.parametrize(
    ("setting", "sites"),
    [
        ("", ()),
        ("{sites: ''}", ()),
        ('{sites: "*"}', ("*",)),
        ('"*"', ("*",)),
        ("{sites: [https://gym.example]}", ("https://gym.example",)),
    ],
)
def test_the_setting_says_who(setting: str, sites: tuple[str, ...]) -> None:
    assert _sites(yaml.safe_load(setting)) == sites


@pytest.mark.parametrize(
    "setting",
    [
        "{sites: gym.example}",
        "{sites: [gym.example]}",
        '{sites: ["https://gym.example/page"]}',
        "{sites: [\"https://gym.example; script-src 'unsafe-inline'\"]}",
        "{sites: [5]}",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(setting: str) -> None:
    """With the place and the form; nothing else gets into a header."""
    with pytest.raises(PolicyError, match=r"mkdocs\.yml: extra\.embed\.sites"):
        _sites(yaml.safe_load(setting))


def test_a_site_that_allows_nobody_has_no_page_for_frames() -> None:
    assert Embedding((), {}).framing is None


def _sent(headers: str, path: str) -> list[str]:
    """What a host sends for a path, adding up the rules that fit."""
    sent: list[str] = []
    fits = False
    for line in headers.splitlines():
        if not line.startswith(" "):
            is_folder = line.endswith("*")
            fits = f"/{path}".startswith(line[:-1]) if is_folder else f"/{path}" == line
        elif fits:
            sent.append(line.strip())
    return sent
