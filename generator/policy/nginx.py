"""A server block for nginx, with the headers that this very site needs."""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING

from generator.policy.framing import NOBODY
from generator.policy.headers import (
    ASK_FIRST,
    FOR_EVER,
    HASHED_FOLDERS,
    OLD_FRAME_HEADER,
    POLICY,
    security_headers,
)

if TYPE_CHECKING:
    from generator.policy.framing import Framing

SERVER = Template("""\
# Made by "python -m generator.policy" from a built site: make it anew when the site was built anew.
server_tokens off;

# Files whose path holds a digest never change. All others are asked for again each time, which
# costs no more than a "304 Not Modified".
map $$uri $$site_cache_control {
    default "$ask_first";
$hashed
}
$frames
server {
    listen $listen;
    server_name $name;
    root $root;
    index index.html;
    charset utf-8;
    absolute_redirect off;

    types {
        text/html html;
        text/css css;
        text/javascript js mjs;
        text/plain txt;
        text/xml xml;
        application/json json;
        application/manifest+json webmanifest;
        application/pdf pdf;
        application/wasm wasm;
        application/zip zip whl;
        font/woff2 woff2;
        image/png png;
        image/svg+xml svg;
        image/webp webp;
        image/x-icon ico;
    }
    charset_types text/css text/javascript text/plain text/xml application/json;

    # Files with .gz beside them are sent as they are. With the brotli module, add: brotli_static on;
    gzip_static on;
    gzip_vary on;

    # "always": an error page is a page as well.
$headers
    add_header Cache-Control $$site_cache_control always;

    location $prefix {
        alias $root/;
    }
    error_page 404 ${prefix}404.html;

    # Not for readers: these are for other kinds of hosts.
    location = ${prefix}_headers { return 404; }
}
""")


def nginx_server(
    policy: str,
    root: str,
    *,
    listen: str = "80",
    name: str = "_",
    prefix: str = "/",
    framing: Framing | None = None,
) -> str:
    """The configuration as text, for `/etc/nginx/conf.d/`.

    Args:
        policy: The content security policy of the whole site.
        root: The site's folder on the server, without a slash at its end.
        listen: Address and port.
        name: The server's name.
        prefix: Where the site stands on the server, with a slash at both ends.
        framing: The pages that other sites may show, if there are any.
    """
    sent = security_headers(policy, may_be_framed=framing is not None)
    if framing:
        sent[POLICY] = f"{policy}; $site_frames"
        sent[OLD_FRAME_HEADER] = "$site_old_frames"
    headers = [f'    add_header {header} "{value}" always;' for header, value in sent.items()]
    hashed = [f'    ~^{prefix}{folder}/ "{FOR_EVER}";' for folder in HASHED_FOLDERS]
    return SERVER.substitute(
        ask_first=ASK_FIRST,
        hashed="\n".join(hashed),
        frames=_frames(framing, prefix) if framing else "",
        headers="\n".join(headers),
        listen=listen,
        name=name,
        prefix=prefix,
        root=root,
    )


def _frames(framing: Framing, prefix: str) -> str:
    """Who may show a page in a frame. An empty header is not sent."""
    places = "|".join(re.escape(folder) for folder in framing.folders)
    return f"""
# Some pages are made for frames of other sites; no other page may be in one.
map $uri $site_frames {{
    default "{NOBODY}";
    ~^{prefix}({places})/ "{framing.allowed}";
}}
map $uri $site_old_frames {{
    default "DENY";
    ~^{prefix}({places})/ "";
}}
"""
