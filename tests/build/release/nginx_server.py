"""A real nginx that serves a site as the recipe in docs/deploy.md has it."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from generator.policy.framing import read_framing
from generator.policy.headers import read_policy
from generator.policy.nginx import nginx_server
from generator.setting_up.system import find_program, has_root

NGINX = find_program("nginx")
WHY_NOT = "nginx is not installed: sudo apt-get install nginx-light"

MAIN = """\
pid {folder}/pid;
error_log {folder}/errors;
daemon off;
worker_processes 1;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    sendfile on;
    include {folder}/site.conf;
}}
"""


@dataclass
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass
class Server:
    address: str
    site: Path

    def get(self, path: str, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.address + path, headers=named)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, answer.headers, answer.read())


@contextmanager
def serve(site: Path, folder: Path, prefix: str = "/") -> Iterator[Server]:
    """Serve a site on a free port, under a prefix, with nginx's own files in a folder."""
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    headers = (site / "_headers").read_text()
    conf = nginx_server(
        read_policy(headers),
        str(site),
        listen=f"127.0.0.1:{port}",
        prefix=prefix,
        framing=read_framing(headers),
    )
    (folder / "site.conf").write_text(conf)
    (folder / "main.conf").write_text(
        ("user root;\n" if has_root() else "") + MAIN.format(folder=folder)
    )
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "main.conf")]
    subprocess.run([*command, "-t", "-q"], check=True)
    running = subprocess.Popen(command)
    while running.poll() is None:
        with socket.socket() as attempt:
            if not attempt.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.05)
    yield Server(f"http://127.0.0.1:{port}{prefix}", site)
    running.terminate()
    running.wait()
