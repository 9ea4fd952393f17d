"""The content security policy: what a page may load, run and talk to."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from generator.policy.framing import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.policy.inline_parts import InlineParts

OWN = "'self'"
COMPILES = "'wasm-unsafe-eval'"


def page_policy(parts: InlineParts) -> str:
    """The policy of one page, as narrow as the page allows.

    Args:
        parts: What the page carries inside itself; each is allowed by its own hash.
    """
    attributes = _hashes(parts.style_attributes)
    return policy_text(
        scripts=[*([COMPILES] if parts.has_engine else []), *_hashes(parts.scripts)],
        styles=[
            *_hashes(parts.styles),
            *(["'unsafe-hashes'", *attributes] if attributes else []),
        ],
    )


def site_policy(pages: Iterable[InlineParts], *, may_be_framed: bool = False) -> str:
    """The policy that a server sends with every file.

    It is the widest that any page needs, as hosts cannot tell pages apart; each page narrows it by
    its own. A worker takes its policy from this header, so it has to allow compiling WebAssembly.

    Args:
        pages: What each page carries inside itself.
        may_be_framed: Whether some pages may be shown in a frame: then each page needs a header of
            its own for that.
    """
    scripts: set[str] = {COMPILES}
    styles: set[str] = set()
    for parts in pages:
        scripts.update(_hashes(parts.scripts))
        styles.update(_hashes(parts.styles))
        if parts.style_attributes:
            styles.update(["'unsafe-hashes'", *_hashes(parts.style_attributes)])
    policy = policy_text(sorted(scripts), sorted(styles))
    # What `<meta>` cannot say: nobody may put this site into a frame of theirs.
    return policy if may_be_framed else f"{policy}; {NOBODY}"


def policy_text(
    scripts: Iterable[str] = (),
    styles: Iterable[str] = (),
    workers: Iterable[str] = (),
    fonts: Iterable[str] = (),
) -> str:
    """The text of a policy that allows nothing but this site's own files.

    Args:
        scripts: What scripts may be besides.
        styles: What style sheets may be besides.
        workers: What workers may be besides.
        fonts: What fonts may be besides.
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": [OWN, *scripts],
        "style-src": [OWN, *styles],
        "img-src": [OWN, "data:"],
        "font-src": [OWN, *fonts],
        "connect-src": [OWN],
        "worker-src": [OWN, *workers],
        "manifest-src": [OWN],
        "base-uri": ["'none'"],
        # No form is ever sent: without a script, answers must not end up in an address.
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return sorted({f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests})
