"""The engine's wheel keeps each module that its entry can ever import, and no other."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SCRIPT = Path(__file__).parents[3] / "generator" / "engine" / "inside_pyodide" / "needed_modules.py"

PACKAGE = {
    "shop/__init__.py": "from shop.prices import price",
    "shop/prices.py": "import json",
    "shop/till.py": "from __future__ import annotations\nfrom . import coins\nimport shop.prices",
    "shop/coins.py": "def change():\n    def inner():\n        from shop.far.away import thing",
    "shop/far/__init__.py": "",
    "shop/far/away.py": "thing = 1",
    "shop/far/further.py": "",
    "shop/types.py": "",
    "shop/window.py": "import shop.till",
    "shop/loud.py": "",
    "shop/quiet.py": "",
}


@pytest.fixture(scope="module")
def needed_files() -> Callable[[Mapping[str, bytes], str], set[str]]:
    """The function as the build loads it: from a file, outside all packages."""
    spec = importlib.util.spec_from_file_location("needed_modules", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert "needed_modules" not in sys.modules
    return module.needed_files  # type: ignore[no-any-return]


def sources(**changed: str) -> dict[str, bytes]:
    files = PACKAGE | {f"shop/{name}.py": text for name, text in changed.items()}
    return {path: text.encode() for path, text in files.items()}


def names(paths: set[str]) -> set[str]:
    return {path.removeprefix("shop/").removesuffix(".py") for path in paths}


def test_imports_are_followed_through_functions_packages_and_dots(needed_files) -> None:  # type: ignore[no-untyped-def]
    """Also the package's own __init__, and what that imports."""
    found = names(needed_files(sources(), "shop.till"))

    assert found == {"__init__", "prices", "till", "coins", "far/__init__", "far/away"}


def test_imports_for_type_checkers_are_not_followed(needed_files) -> None:  # type: ignore[no-untyped-def]
    """But those in the branch beside them are."""
    till = (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from shop.types import Coin\n    import shop.loud\n"
        "else:\n    import shop.quiet\n"
    )
    found = names(needed_files(sources(till=till), "shop.till"))

    assert found == {"__init__", "prices", "till", "quiet"}


@pytest.mark.parametrize(
    "statement",
    [
        "import shop.window",
        "from shop import window",
        "from . import window as pane",
        "from .window import glass",
        "try:\n    import shop.window\nexcept ImportError:\n    pass",
        "class Till:\n    async def open(self):\n        import shop.window as pane",
    ],
)
def test_every_form_of_import_is_seen(needed_files, statement: str) -> None:  # type: ignore[no-untyped-def]
    assert "window" in names(needed_files(sources(prices=statement), "shop.prices"))


def test_an_entry_that_is_not_there_is_named(needed_files) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"no module shop\.tills; its modules: shop"):
        needed_files(sources(), "shop.tills")
