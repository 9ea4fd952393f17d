"""What a page carries decides its policy; what would break it stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.policy import PolicyError, guard_pages, site_policy
from generator.policy.headers import read_policy

HEAD = '<html><head><meta charset="utf-8"></head><body>'


def guarded(folder: Path, body: str) -> str:
    (folder / "index.html").write_text(HEAD + body, encoding="utf-8")
    guard_pages(folder)
    return (folder / "index.html").read_text(encoding="utf-8")


def test_a_plain_page_may_do_nothing_but_load_its_own(tmp_path: Path) -> None:
    html = guarded(tmp_path, "<p>words</p>")

    assert html.index("Content-Security-Policy") < html.index("</head>")
    assert "script-src 'self';" in html
    assert "style-src 'self';" in html


def test_inline_code_is_allowed_by_its_hash_alone(tmp_path: Path) -> None:
    """Data in a script element is no code, and needs nothing."""
    html = guarded(tmp_path, '<script>1</script><script type="application/json">{"a": 1}</script>')

    assert "script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=';" in html


def test_only_a_page_with_the_engine_may_compile(tmp_path: Path) -> None:
    assert "wasm-unsafe-eval" in guarded(tmp_path, '<self-check data-engine="../e/"></self-check>')
    assert "wasm-unsafe-eval" not in guarded(tmp_path, "<p></p>")


def test_an_alignment_that_markdown_writes_keeps_working(tmp_path: Path) -> None:
    html = guarded(tmp_path, '<table><tr><td style="text-align: right;">1</td></tr></table>')

    assert "'unsafe-hashes' 'sha256-" in html
    assert "'unsafe-inline'" not in html


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<button onclick="go()">', ["index.html", "onclick", "site_overrides/scripts/"]),
        ('<img src="https://example.org/a.png">', ["index.html", "example.org", "content/"]),
        ('<img srcset="a.png 1x, //example.org/a.png 2x">', ["//example.org/a.png"]),
        ('<iframe src="https://example.org/"></iframe>', ["example.org"]),
        ('<link rel="stylesheet" href="//example.org/a.css">', ["example.org"]),
    ],
)
def test_what_would_break_the_policy_stops_the_build(
    tmp_path: Path, body: str, words: list[str]
) -> None:
    """With the page, the place and what to do."""
    with pytest.raises(PolicyError) as told:
        guarded(tmp_path, body)

    assert [word for word in words if word not in str(told.value)] == []


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text(HEAD + '<a onclick="x()">', encoding="utf-8")
    with pytest.raises(PolicyError) as told:
        guarded(tmp_path, '<a onclick="x()"><img src="//example.org/a.png">')

    assert str(told.value).count("html: ") == 3


def test_the_header_is_as_wide_as_the_widest_page(tmp_path: Path) -> None:
    guarded(tmp_path, "<script>1</script>")
    policy = site_policy(guard_pages(tmp_path).values())

    assert "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='" in policy
    assert policy.endswith("frame-ancestors 'none'")


def test_the_site_has_headers_for_hosts_that_send_them(site: Path) -> None:
    headers = (site / "_headers").read_text(encoding="utf-8")

    assert "unsafe-inline" not in read_policy(headers)
    for name in ("Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options", "immutable"):
        assert name in headers
