"""`python -m generator.verifying [SITE]`: check a site against its list of files.

SITE is a folder (default: site) or the address of a deployed site. The exit code is 0 when every
file is as it was built, 1 when some are not, and 2 when there is nothing to check.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.verifying.comparing import Difference, compare_folder
from generator.verifying.deployed import compare_deployed, fetch
from generator.verifying.listing import LIST_NAME, read_list


def main(arguments: list[str] | None = None) -> int:
    """Check, print each difference in a line of its own, and say in the exit code how it went."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.verifying", description="Check a site against its list of files."
    )
    parser.add_argument("site", nargs="?", default="site", help="a folder or an https address")
    parser.add_argument(
        "--list", type=Path, help=f"a {LIST_NAME} that you trust (default: the one of the site)"
    )
    given = parser.parse_args(arguments)
    try:
        count, differences = _check(given.site, given.list)
    except (OSError, ValueError) as problem:
        print(
            f'{given.site}: cannot be checked: {problem}. Run "make site" first.', file=sys.stderr
        )
        return 2
    for difference in differences:
        print(f"{difference.kind:8} {difference.name}")
    if differences:
        print(f"{given.site}: {len(differences)} of its files are not as they were built.")
        return 1
    print(f"{given.site}: all {count} files are as they were built.")
    return 0


def _check(site: str, trusted: Path | None) -> tuple[int, list[Difference]]:
    if site.startswith(("http://", "https://")):
        address = site.rstrip("/") + "/"
        text = trusted.read_text() if trusted else fetch(address + LIST_NAME).decode()
        files = read_list(text)
        return len(files), compare_deployed(address, files)
    folder = Path(site)
    files = read_list((trusted or folder / LIST_NAME).read_text(encoding="utf-8"))
    return len(files), compare_folder(folder, files)


if __name__ == "__main__":
    sys.exit(main())
