"""Give every built page its own policy, in `<meta>`, as some hosts send no headers of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.policy.content_security import page_policy
from generator.policy.errors import PolicyError
from generator.policy.inline_parts import InlineParts, inline_parts

if TYPE_CHECKING:
    from pathlib import Path

# Browsers look for the charset in the first bytes only, and a policy counts from where it stands.
PLACE = re.compile(r"<meta charset=[^>]*>|<head[^>]*>", re.IGNORECASE)


def guard_pages(site: Path) -> dict[str, InlineParts]:
    """Write a policy into the head of every page.

    Args:
        site: The built site.

    Returns:
        By page, what it carries inside itself.

    Raises:
        PolicyError: A page runs code from an attribute or fetches from another site. The message
            names all such places.
    """
    found: dict[str, InlineParts] = {}
    problems: list[str] = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        found[name] = parts = inline_parts(html)
        problems += _problems(name, parts)
        path.write_text(with_policy(html, page_policy(parts)), encoding="utf-8")
    if problems:
        raise PolicyError("\n".join(problems))
    return found


def with_policy(html: str, policy: str) -> str:
    """The page with a policy as early in its head as can be.

    Args:
        html: The whole page.
        policy: The text of the policy.
    """
    places = sorted(PLACE.finditer(html), key=lambda place: not place[0].startswith("<meta"))
    if not places:
        return html
    end = places[0].end()
    elements = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return f"{html[:end]}{elements}{html[end:]}"


def _problems(page: str, parts: InlineParts) -> list[str]:
    handlers = [
        f"{page}: {handler} holds code, which the content security policy never runs.\n"
        "  Take the attribute out, or move the code into a file of site_overrides/scripts/."
        for handler in parts.handlers
    ]
    foreign = [
        f"{page}: fetches {address} from another site, which would tell it who reads this page.\n"
        "  Put the file into content/ and name it there, or make it a link."
        for address in parts.foreign
    ]
    return handlers + foreign
