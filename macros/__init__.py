"""Page parts: Jinja2 templates and the little Python they need, one folder a part.

A page's author finds the parts that a page can call in `page_macros.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Tell mkdocs-macros which parts pages can call. It finds this function by its name."""
    from macros.page_macros import PageMacros

    settings: dict[str, Any] = env.conf.extra["page_parts"]
    parts = PageMacros(env=env, **settings)
    for name in PageMacros.NAMES:
        env.macro(getattr(parts, name), name)  # type: ignore[no-untyped-call] # it has no types
    env.variables.update(parts.words())
