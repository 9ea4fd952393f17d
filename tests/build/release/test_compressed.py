"""`extra.release.compressed: true`: a build with it, served by nginx as it lies there."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest

from generator.policy.compressing import SMALLEST
from generator.verifying import LIST_NAME, compare_folder, read_list
from tests.build.release.nginx_server import NGINX, WHY_NOT, serve

if TYPE_CHECKING:
    from tests.build.conftest import Workshop


@pytest.mark.skipif(NGINX is None, reason=WHY_NOT)
def test_a_site_that_is_compressed_beforehand(workshop: Workshop, tmp_path: Path) -> None:
    """Each file beside another holds the same bytes, and nginx sends it."""
    workshop.replace("mkdocs.yml", "extra:\n", "extra:\n  release:\n    compressed: true\n")

    built = workshop.build()

    assert built.returncode == 0, built.stdout + built.stderr
    site = workshop.site
    assert compare_folder(site, read_list((site / LIST_NAME).read_text())) == []
    pages = [path for path in site.rglob("*.html") if path.stat().st_size >= SMALLEST]
    runtime = [next(site.glob(f"assets/engine/*/{name}")) for name in ("*.wasm", "*stdlib.zip")]
    for path in [*pages, *runtime]:
        plain = path.read_bytes()
        assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == plain
        assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == plain

    (tmp_path / "nginx").mkdir()
    with serve(site, tmp_path / "nginx") as server:
        for path in [site / "about" / "index.html", *runtime]:
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            packed = server.get(address, Accept_Encoding="gzip")
            assert packed.headers["Content-Encoding"] == "gzip", address
            assert packed.body == path.with_name(f"{path.name}.gz").read_bytes()
            assert server.get(address).body == path.read_bytes()
