"""The headers that a host sends with every file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.policy.framing import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.policy.framing import Framing

POLICY = "Content-Security-Policy"
OLD_FRAME_HEADER = "X-Frame-Options"
"""For browsers that do not know `frame-ancestors`."""
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


def security_headers(policy: str, *, may_be_framed: bool = False) -> dict[str, str]:
    """The headers that keep readers safe, by name.

    Args:
        policy: The content security policy of the whole site.
        may_be_framed: Leave out what forbids frames for every file.
    """
    headers = {
        POLICY: policy,
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
        "X-Content-Type-Options": "nosniff",
        OLD_FRAME_HEADER: "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if may_be_framed:
        del headers[OLD_FRAME_HEADER]
    return headers


def headers_file(policy: str, framing: Framing | None = None, pages: Iterable[str] = ()) -> str:
    """The `_headers` file that Netlify and Cloudflare Pages read.

    Both ask the server before they reuse a file, unless told otherwise; so only the files that
    never change are named. Both join the values of rules that overlap, so no header stands twice.

    Args:
        policy: The content security policy of the whole site.
        framing: The pages that other sites may show, if there are any.
        pages: The path of each page of the site.
    """
    headers = security_headers(policy, may_be_framed=framing is not None)
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    if framing:
        for folder in framing.folders:
            lines += [f"/{folder}/*", f"  {POLICY}: {framing.allowed}"]
        for place in framing.places(pages):
            lines += [place, f"  {POLICY}: {NOBODY}", f"  {OLD_FRAME_HEADER}: DENY"]
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
    name = f"{POLICY}:"
    for line in headers.splitlines():
        if line.strip().startswith(name):
            return line.strip().removeprefix(name).strip()
    message = "there is no Content-Security-Policy in it"
    raise ValueError(message)
