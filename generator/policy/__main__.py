"""`python -m generator.policy SITE`: print a server block for nginx that fits a built site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.policy.framing import read_framing
from generator.policy.headers import read_policy
from generator.policy.nginx import nginx_server


def main(arguments: list[str] | None = None) -> int:
    """Print the configuration; 2 when there is no built site."""
    parser = argparse.ArgumentParser(prog="python -m generator.policy", description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("--root", help="where it stands on the server (default: where it is now)")
    parser.add_argument("--listen", default="80", help="address and port (default: 80)")
    parser.add_argument("--name", default="_", help="the server's name (default: any)")
    parser.add_argument("--prefix", default="/", help="such as /back/ (default: /)")
    given = parser.parse_args(arguments)
    try:
        headers = (given.site / "_headers").read_text(encoding="utf-8")
        policy = read_policy(headers)
    except (OSError, ValueError) as problem:
        print(f'{given.site}: no built site ({problem}). Run "make site" first.', file=sys.stderr)
        return 2
    root = given.root or str(given.site.resolve())
    print(
        nginx_server(
            policy,
            root,
            listen=given.listen,
            name=given.name,
            prefix=given.prefix,
            framing=read_framing(headers),
        ),
        end="",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
