"""A real nginx serves the site as the recipe in docs/deploy.md has it."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.policy import compress_files
from generator.policy.headers import read_policy
from generator.verifying.deployed import compare_deployed
from generator.verifying.listing import LIST_NAME, read_list
from tests.build.conftest import ROOT
from tests.build.release.nginx_server import NGINX, WHY_NOT, Server, serve

pytestmark = pytest.mark.skipif(NGINX is None, reason=WHY_NOT)


@pytest.fixture(scope="module", params=["/", "/back/"])
def server(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("nginx")
    served = folder / "site"
    shutil.copytree(site, served)
    # The runtime is left out of this: test_compressed.py builds with it.
    compress_files(served / "stylesheets", ROOT / ".cache" / "compressed")
    compress_files(served / "self-check", ROOT / ".cache" / "compressed")
    with serve(served, folder, request.param) as running:
        yield running


def test_every_file_arrives_as_it_was_built(server: Server) -> None:
    listed = read_list((server.site / LIST_NAME).read_text())

    assert compare_deployed(server.address, listed) == []


@pytest.mark.parametrize("path", ["", "self-check/", "stylesheets/site.css", "no/such/page"])
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    """An error page is a page as well."""
    headers = server.get(path).headers
    policy = read_policy((server.site / "_headers").read_text())

    assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize("path", ["embed/", "es/embed/"])
def test_pages_for_frames_may_be_framed_and_no_other(server: Server, path: str) -> None:
    """The same policy besides."""
    headers = server.get(path).headers
    policy = read_policy((server.site / "_headers").read_text())

    assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors *"
    assert headers["X-Frame-Options"] is None
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_types_are_what_browsers_insist_on(server: Server) -> None:
    """A module of another type is not run, WebAssembly of another type not compiled as it comes."""
    engine = next(server.site.glob("assets/engine/*/")).relative_to(server.site).as_posix()
    scripts = next(server.site.glob("assets/scripts/*/define.mjs")).relative_to(server.site)
    expected = {
        "": "text/html; charset=utf-8",
        scripts.as_posix(): "text/javascript; charset=utf-8",
        "service-worker.js": "text/javascript; charset=utf-8",
        "stylesheets/site.css": "text/css; charset=utf-8",
        f"{engine}/pyodide.asm.wasm": "application/wasm",
        f"{engine}/protocol.json": "application/json; charset=utf-8",
        "app.webmanifest": "application/manifest+json",
        "assets/images/favicon.svg": "image/svg+xml",
        "assets/icons/icon-192.png": "image/png",
    }

    found = {path: server.get(path).headers["Content-Type"] for path in expected}
    assert found == expected


def test_only_what_never_changes_is_kept_for_ever(server: Server) -> None:
    engine = next(server.site.glob("assets/engine/*/manifest.json")).relative_to(server.site)

    assert "immutable" in server.get(engine.as_posix()).headers["Cache-Control"]
    for path in ("", "service-worker.js", "stylesheets/site.css"):
        assert server.get(path).headers["Cache-Control"] == "no-cache", path


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    first = server.get("stylesheets/site.css")

    assert server.get("stylesheets/site.css", If_None_Match=first.headers["ETag"]).status == 304


def test_what_was_compressed_beforehand_is_sent_so(server: Server) -> None:
    plain = server.get("stylesheets/site.css")
    packed = server.get("stylesheets/site.css", Accept_Encoding="gzip")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.body == (server.site / "stylesheets" / "site.css.gz").read_bytes()


def test_an_unknown_address_gets_the_page_for_it(server: Server) -> None:
    answer = server.get("no/such/page")

    assert answer.status == 404
    assert answer.body == (server.site / "404.html").read_bytes()
    assert server.get("_headers").status == 404


def test_a_crowd_is_served_without_an_error(server: Server) -> None:
    """Two thousand requests from twenty readers at once."""
    wanted = hashlib.sha256((server.site / "index.html").read_bytes()).hexdigest()
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda _: server.get(""), range(2_000)))

    assert {answer.status for answer in answers} == {200}
    assert {hashlib.sha256(answer.body).hexdigest() for answer in answers} == {wanted}


def test_the_list_of_files_is_sent(server: Server) -> None:
    assert json.loads(server.get(LIST_NAME).body)["digest"] == "sha256"
