"""Compare a site on a server with its list, over the network."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
from urllib.parse import quote

from generator.verifying.comparing import Difference

PATIENCE_S = 60
# Hosts keep this one for themselves.
NOT_SENT = {"_headers", ".nojekyll"}


def fetch(address: str) -> bytes:
    """What a server sends.

    Args:
        address: Of one file.

    Raises:
        OSError: It sends nothing.
    """
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:  # noqa: S310 - the address is the publisher's own
        return bytes(answer.read())


def compare_deployed(site: str, files: dict[str, str]) -> list[Difference]:
    """Fetch every file of the list and find those that differ. Extra files cannot be seen.

    Args:
        site: Address of the site, with a slash at its end.
        files: The digests that it should have, by path.

    Raises:
        OSError: The server cannot be reached.
    """
    differences = []
    for name, wanted in files.items():
        if name in NOT_SENT or name.endswith((".gz", ".br")):
            continue
        try:
            content = fetch(site + quote(name))
        except urllib.error.HTTPError:
            differences.append(Difference("missing", name))
            continue
        if hashlib.sha256(content).hexdigest() != wanted:
            differences.append(Difference("changed", name))
    return differences
