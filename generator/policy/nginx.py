"""A server block for nginx, with the headers that this very site needs."""

from __future__ import annotations

from string import Template

from generator.policy.headers import ASK_FIRST, FOR_EVER, HASHED_FOLDERS, security_headers

SERVER = Template("""\
# Made by "python -m generator.policy" from a built site: make it anew when the site was built anew.
server_tokens off;

# Files whose path holds a digest never change. All others are asked for again each time, which
# costs no more than a "304 Not Modified".
map $$uri $$site_cache_control {
    default "$ask_first";
$hashed
}

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
) -> str:
    """The configuration as text, for `/etc/nginx/conf.d/`.

    Args:
        policy: The content security policy of the whole site.
        root: The site's folder on the server, without a slash at its end.
        listen: Address and port.
        name: The server's name.
        prefix: Where the site stands on the server, with a slash at both ends.
    """
    headers = [
        f'    add_header {header} "{value}" always;'
        for header, value in security_headers(policy).items()
    ]
    hashed = [f'    ~^{prefix}{folder}/ "{FOR_EVER}";' for folder in HASHED_FOLDERS]
    return SERVER.substitute(
        ask_first=ASK_FIRST,
        hashed="\n".join(hashed),
        headers="\n".join(headers),
        listen=listen,
        name=name,
        prefix=prefix,
        root=root,
    )
