"""Short style sheets and scripts say the same."""

from __future__ import annotations

import pytest

from generator.bundled_scripts import shortened_script
from generator.offline.archive.errors import ArchiveError
from generator.pruning import shortened


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red}\n"),
        ("/* why */ a, b > c { margin: 0 auto }", "a,b > c{margin: 0 auto}\n"),
        ("a :hover { width: calc(1px + 2px) }", "a :hover{width: calc(1px + 2px)}\n"),
        ('a::after { content: "/* ,  ; */" }', 'a::after{content: "/* ,  ; */"}\n'),
        ("a { background: url('x  y.svg') }", "a{background: url('x  y.svg')}\n"),
        ("@media (min-width: 1px) and (print) { a { b: c } }", "@media (min-width: 1px) and (print){a{b: c}}\n"),
    ],
)  # fmt: skip
def test_space_and_remarks_go(css: str, short: str) -> None:
    assert shortened(css) == short


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("/** Says\n * why. */\nif (a) {\n\n  b()\n}\n", "if (a) {\nb()\n}\n"),
        ("/** @type {X} */ (a).b()\nc /* d */\n/** e */\nf()\n", "(a).b()\nc /* d */\nf()\n"),
        ("const a = /** @type {X} */ (b)\n", "const a = (b)\n"),
        ("a() // why\n", "a()\n"),
        ("a('https://b // c')\n", "a('https://b // c')\n"),
        ("a(`${b}  c`)\n", "a(`${b}  c`)\n"),
    ],
)
def test_a_script_keeps_its_lines_and_texts(script: str, short: str) -> None:
    assert shortened_script(script, "a.mjs") == short


def test_a_text_of_several_lines_is_refused_for_its_space_counts() -> None:
    with pytest.raises(ArchiveError, match=r"a\.mjs: a text in backticks .* const a = `b"):
        shortened_script("const a = `b\n  c`\n", "a.mjs")
