"""The headers that a host sends with every file."""

from __future__ import annotations

FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
HASHED_FOLDERS = ("assets/engine", "assets/scripts")
"""Folders whose files never change: their path holds a digest of their content."""

# What no page of this site asks for, and so nobody who got into one could use.
UNUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


def security_headers(policy: str) -> dict[str, str]:
    """The headers that keep readers safe, by name.

    Args:
        policy: The content security policy of the whole site.
    """
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def headers_file(policy: str) -> str:
    """The `_headers` file that Netlify and Cloudflare Pages read.

    Both ask the server before they reuse a file, unless told otherwise; so only the files that
    never change are named. Both join the values of rules that overlap, so no header stands twice.

    Args:
        policy: The content security policy of the whole site.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in security_headers(policy).items())]
    for folder in HASHED_FOLDERS:
        lines += [f"/{folder}/*", f"  Cache-Control: {FOR_EVER}"]
    return "\n".join(lines) + "\n"


def read_policy(headers: str) -> str:
    """The policy that a `_headers` file sends.

    Args:
        headers: Text of the file.

    Raises:
        ValueError: It holds none.
    """
    name = "Content-Security-Policy:"
    for line in headers.splitlines():
        if line.strip().startswith(name):
            return line.strip().removeprefix(name).strip()
    message = "there is no Content-Security-Policy in it"
    raise ValueError(message)
